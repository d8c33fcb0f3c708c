package io.heddle.tls.issue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Signs certificates. The serial number is taken from the certificate's own key, which is new each time. */
public final class Authority {

    /** A machine whose clock is behind still believes. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_USAGE = "2.5.29.37";

    private final X509Certificate certificate;
    private final PrivateKey key;

    public Authority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A new one, which is believed for so many days. */
    public static Issued create(String name, Instant now, int days) throws GeneralSecurityException {
        KeyPair pair = pair();
        byte[] subject = name(name);
        List<byte[]> extensions = List.of(
                extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.yes())),
                // keyCertSign and cRLSign
                extension(KEY_USAGE, true, Der.bits(1, new byte[] {0x06})),
                extension(SUBJECT_KEY, false, Der.octets(fingerprint(pair.getPublic()))));
        return signed(pair, subject, subject, now, days, extensions, pair.getPrivate());
    }

    /** For both ends of a connection, with a new key. */
    public Issued issue(String name, List<AlternativeName> names, Instant now, int days)
            throws GeneralSecurityException {
        KeyPair pair = pair();
        List<byte[]> extensions = new ArrayList<>();
        extensions.add(extension(BASIC_CONSTRAINTS, true, Der.sequence()));
        // digitalSignature
        extensions.add(extension(KEY_USAGE, true, Der.bits(7, new byte[] {(byte) 0x80})));
        extensions.add(extension(
                EXTENDED_USAGE,
                false,
                Der.sequence(Der.identifier("1.3.6.1.5.5.7.3.1"), Der.identifier("1.3.6.1.5.5.7.3.2"))));
        extensions.add(extension(
                ALTERNATIVE_NAMES,
                false,
                Der.sequence(names.stream().map(AlternativeName::der).toArray(byte[][]::new))));
        extensions.add(extension(SUBJECT_KEY, false, Der.octets(fingerprint(pair.getPublic()))));
        extensions.add(extension(
                AUTHORITY_KEY, false, Der.sequence(Der.of(Der.CONTEXT, fingerprint(certificate.getPublicKey())))));
        return signed(pair, certificate.getSubjectX500Principal().getEncoded(), name(name), now, days, extensions, key);
    }

    private static Issued signed(
            KeyPair pair,
            byte[] issuer,
            byte[] subject,
            Instant now,
            int days,
            List<byte[]> extensions,
            PrivateKey signer)
            throws GeneralSecurityException {
        byte[] body = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(1, Arrays.copyOf(fingerprint(pair.getPublic()), 16))),
                ECDSA_SHA256,
                issuer,
                Der.sequence(Der.time(now.minus(SLACK)), Der.time(now.plus(Duration.ofDays(days)))),
                subject,
                pair.getPublic().getEncoded(),
                Der.explicit(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(body);
        byte[] whole = Der.sequence(body, ECDSA_SHA256, Der.bits(0, signature.sign()));
        X509Certificate read = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new Issued(read, pair.getPrivate());
    }

    private static byte[] extension(String identifier, boolean critical, byte[] value) {
        byte[] held = Der.octets(value);
        return critical
                ? Der.sequence(Der.identifier(identifier), Der.yes(), held)
                : Der.sequence(Der.identifier(identifier), held);
    }

    private static byte[] name(String common) {
        return Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(common))));
    }

    private static byte[] fingerprint(PublicKey key) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
