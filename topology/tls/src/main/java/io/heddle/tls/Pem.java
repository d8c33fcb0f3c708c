package io.heddle.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** PEM files (RFC 7468). */
public final class Pem {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private Pem() {}

    /** At least one, in the order of the file. */
    public static List<X509Certificate> certificates(Path file) throws UnusableTls {
        List<X509Certificate> found = new ArrayList<>();
        try {
            for (Certificate each : x509().generateCertificates(new ByteArrayInputStream(bytes(file)))) {
                found.add((X509Certificate) each);
            }
        } catch (CertificateException e) {
            throw new UnusableTls(file + ": found no certificates, expected PEM certificates");
        }
        if (found.isEmpty()) {
            throw new UnusableTls(file + ": found no certificate, expected at least one");
        }
        return found;
    }

    static List<CRL> revocations(Path file) throws UnusableTls {
        try {
            return List.copyOf(x509().generateCRLs(new ByteArrayInputStream(bytes(file))));
        } catch (GeneralSecurityException e) {
            throw new UnusableTls(file + ": found no revocation list, expected PEM X509 CRLs");
        }
    }

    /** An unencrypted PKCS#8 key. The exception has no cause: what a decoder says may quote the key. */
    public static PrivateKey key(Path file) throws UnusableTls {
        String text = new String(bytes(file), StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new UnusableTls(file + ": found no '" + BEGIN + "', expected an unencrypted PKCS#8 key");
        }
        try {
            byte[] key = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
                Optional<PrivateKey> read = key(algorithm, new PKCS8EncodedKeySpec(key));
                if (read.isPresent()) {
                    return read.get();
                }
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new UnusableTls(file + ": found a damaged key, expected base64");
        }
        throw new UnusableTls(file + ": found no key of a known kind, expected EC, RSA or EdDSA");
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec key) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(key));
        } catch (InvalidKeySpecException e) {
            return Optional.empty(); // of another algorithm
        }
    }

    private static CertificateFactory x509() throws UnusableTls {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new UnusableTls("this Java knows no X.509");
        }
    }

    private static byte[] bytes(Path file) throws UnusableTls {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableTls(file + ": cannot be read: " + e.getClass().getSimpleName());
        }
    }
}
