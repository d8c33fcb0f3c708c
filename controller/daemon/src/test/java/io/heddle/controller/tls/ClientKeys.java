package io.heddle.controller.tls;

import io.heddle.tls.Pem;
import io.heddle.tls.TlsFiles;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client that shows whatever certificate it is given, be it expired or another's. */
final class ClientKeys {

    private ClientKeys() {}

    static SSLContext context(TlsFiles files) throws Exception {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                "own",
                Pem.key(files.key()),
                new char[0],
                Pem.certificates(files.certificate()).toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509"); // looks at no dates
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust(files).getTrustManagers(), null);
        return context;
    }

    static TrustManagerFactory trust(TlsFiles files) throws Exception {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry(
                "ca", Pem.certificates(files.authorities()).getFirst());
        TrustManagerFactory trusts = TrustManagerFactory.getInstance("PKIX");
        trusts.init(authorities);
        return trusts;
    }
}
