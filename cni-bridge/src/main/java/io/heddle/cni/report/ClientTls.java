package io.heddle.cni.report;

import io.heddle.tls.LoadedTls;
import io.heddle.tls.TlsFiles;
import io.heddle.tls.UnusableTls;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** The node's certificate, read again when its files change; what cannot be used leaves the old one. Single-threaded. */
final class ClientTls {

    private final TlsFiles files;
    private List<String> seen = List.of();
    private Optional<SSLSocketFactory> sockets = Optional.empty();

    ClientTls(TlsFiles files) {
        this.files = files;
    }

    /** The same object until the files change: a kept connection is found by it. */
    SSLSocketFactory sockets() throws IOException {
        List<String> now = files.stamps();
        if (!now.equals(seen)) {
            try {
                sockets = Optional.of(LoadedTls.load(files, 1).context().getSocketFactory());
                seen = now;
            } catch (UnusableTls e) {
                if (sockets.isEmpty()) {
                    throw new IOException(e.getMessage(), e);
                }
            }
        }
        return sockets.orElseThrow();
    }
}
