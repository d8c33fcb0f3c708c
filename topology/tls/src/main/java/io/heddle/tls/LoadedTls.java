package io.heddle.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** What one reading of the files gave, the first being 1: ready to be used, or not there at all. */
public record LoadedTls(int reading, SSLContext context, X509TrustManager trust) {

    /** Reads the files; {@code reading} numbers this reading. */
    public static LoadedTls load(TlsFiles files, int reading) throws UnusableTls {
        List<X509Certificate> chain = Pem.certificates(files.certificate());
        PrivateKey key = Pem.key(files.key());
        try {
            chain.getFirst().checkValidity();
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            char[] none = new char[0];
            KeyStore own = empty();
            own.setKeyEntry("own", key, none, chain.toArray(X509Certificate[]::new));
            requirePair(key, chain.getFirst(), files);
            keys.init(own, none);
            TrustManagerFactory trusts = trust(files);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
            return new LoadedTls(
                    reading,
                    context,
                    Stream.of(trusts.getTrustManagers())
                            .filter(X509TrustManager.class::isInstance)
                            .map(X509TrustManager.class::cast)
                            .findFirst()
                            .orElseThrow());
        } catch (CertificateException e) {
            throw new UnusableTls(files.certificate() + ": " + e.getMessage());
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableTls(
                    files.certificate() + ": cannot be used: " + e.getClass().getSimpleName());
        }
    }

    /** Why a peer's chain is not to be believed. */
    public Optional<String> distrust(X509Certificate[] chain) {
        try {
            trust.checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return Optional.empty();
        } catch (CertificateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static TrustManagerFactory trust(TlsFiles files) throws UnusableTls, GeneralSecurityException, IOException {
        KeyStore authorities = empty();
        int number = 0;
        for (X509Certificate each : Pem.certificates(files.authorities())) {
            authorities.setCertificateEntry("authority-" + number++, each);
        }
        TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
        if (files.revoked().isEmpty()) {
            trusts.init(authorities);
            return trusts;
        }
        Path revoked = files.revoked().get();
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities, new X509CertSelector());
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(Pem.revocations(revoked))));
        parameters.setRevocationEnabled(true);
        trusts.init(new CertPathTrustManagerParameters(parameters));
        return trusts;
    }

    /** A certificate renewed without its key, or half of a rotation: found before it is used. */
    private static void requirePair(PrivateKey key, X509Certificate certificate, TlsFiles files)
            throws GeneralSecurityException, UnusableTls {
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        byte[] words = {1, 2, 3};
        signature.initSign(key);
        signature.update(words);
        byte[] signed = signature.sign();
        boolean fits;
        try {
            signature.initVerify(certificate.getPublicKey());
            signature.update(words);
            fits = signature.verify(signed);
        } catch (GeneralSecurityException e) {
            fits = false; // of another kind
        }
        if (!fits) {
            throw new UnusableTls(
                    files.key() + ": found the key of another certificate, expected the key of " + files.certificate());
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
