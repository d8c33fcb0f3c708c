package io.heddle.controller.tls;

import io.heddle.tls.LoadedTls;
import io.heddle.tls.TlsFiles;
import io.heddle.tls.UnusableTls;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The certificates in use. {@link #refresh} by one thread, everything else by any. */
public final class CurrentTls {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /** What a refresh came to. */
    public sealed interface Refreshed {

        /** No file changed. */
        record Same() implements Refreshed {}

        /** New certificates are in use. */
        record Renewed() implements Refreshed {}

        /** Files changed and cannot be used; the old ones stay. */
        record Kept(String reason) implements Refreshed {}
    }

    private final TlsFiles files;
    private List<String> seen;
    private volatile LoadedTls loaded;

    private CurrentTls(TlsFiles files, List<String> seen, LoadedTls loaded) {
        this.files = files;
        this.seen = seen;
        this.loaded = loaded;
    }

    /** Reads the files; unlike later, they must be usable. */
    public static CurrentTls load(TlsFiles files) throws UnusableTls {
        List<String> seen = files.stamps();
        return new CurrentTls(files, seen, LoadedTls.load(files, 1));
    }

    /** Reads the files again if one changed. */
    public Refreshed refresh() {
        List<String> now = files.stamps();
        if (now.equals(seen)) {
            return new Refreshed.Same();
        }
        seen = now;
        try {
            loaded = LoadedTls.load(files, loaded.reading() + 1);
            return new Refreshed.Renewed();
        } catch (UnusableTls e) {
            return new Refreshed.Kept(String.valueOf(e.getMessage()));
        }
    }

    /** The server's end of a connection. It asks for a certificate; one that is shown must be good. */
    public SSLEngine server() {
        SSLEngine engine = loaded.context().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setWantClientAuth(true);
        engine.setEnabledProtocols(PROTOCOLS);
        return engine;
    }

    /** The client's end: the server's certificate must be good; whose it is, the caller judges. */
    public SSLEngine client() {
        SSLEngine engine = loaded.context().createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(PROTOCOLS);
        return engine;
    }

    /** For clients with the same files. */
    public SSLContext context() {
        return loaded.context();
    }

    /** Judges the other end of a connection, anew when there is a reason to. */
    public Judgement judge(SSLSession session, Optional<Judgement> before, Instant now) {
        LoadedTls current = loaded;
        if (before.isPresent() && before.get().stands(current.reading(), now)) {
            return before.get();
        }
        X509Certificate[] chain = chain(session);
        if (chain.length == 0) {
            return new Judgement(Caller.NOBODY, Optional.empty(), Instant.MAX, current.reading());
        }
        Instant until = Stream.of(chain)
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElse(now);
        Optional<String> doubt = current.distrust(chain);
        return new Judgement(doubt.isPresent() ? Caller.NOBODY : Caller.of(chain[0]), doubt, until, current.reading());
    }

    private static X509Certificate[] chain(SSLSession session) {
        try {
            return (X509Certificate[]) session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            return new X509Certificate[0];
        }
    }
}
