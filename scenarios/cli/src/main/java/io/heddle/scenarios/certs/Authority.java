package io.heddle.scenarios.certs;

import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates. The serial number is taken from the certificate's own key, which is new each time. */
final class Authority {

    /** A machine whose clock is behind still believes. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final int SERIAL_OCTETS = 16;

    private final X509Certificate certificate;
    private final PrivateKey key;

    Authority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A new one, which is believed for so many days. */
    static Issued create(String name, Instant now, int days) throws GeneralSecurityException, IOException {
        KeyPair pair = pair();
        X509v3CertificateBuilder draft = draft(name(name), name(name), pair, now, days)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(draft, pair, pair.getPrivate());
    }

    /** For both ends of a connection, with a new key. */
    Issued issue(String name, List<AlternativeName> names, Instant now, int days)
            throws GeneralSecurityException, IOException {
        KeyPair pair = pair();
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder draft = draft(issuer, name(name), pair, now, days)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                }))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(names.stream().map(Authority::general).toArray(GeneralName[]::new)))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
        return signed(draft, pair, key);
    }

    private static X509v3CertificateBuilder draft(
            X500Name issuer, X500Name subject, KeyPair pair, Instant now, int days)
            throws GeneralSecurityException, IOException {
        SubjectKeyIdentifier identifier = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic());
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(1, Arrays.copyOf(identifier.getKeyIdentifier(), SERIAL_OCTETS)),
                        Date.from(now.minus(SLACK)),
                        Date.from(now.plus(Duration.ofDays(days))),
                        subject,
                        pair.getPublic())
                .addExtension(Extension.subjectKeyIdentifier, false, identifier);
    }

    private static Issued signed(X509v3CertificateBuilder draft, KeyPair pair, PrivateKey signer)
            throws GeneralSecurityException {
        try {
            X509Certificate signed = new JcaX509CertificateConverter()
                    .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
            return new Issued(signed, pair.getPrivate());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the authority's key cannot sign: " + e.getMessage(), e);
        }
    }

    private static GeneralName general(AlternativeName name) {
        return switch (name) {
            case AlternativeName.Dns(String host) -> new GeneralName(GeneralName.dNSName, host);
            case AlternativeName.Address(IpAddress address) ->
                new GeneralName(GeneralName.iPAddress, address.toString());
            case AlternativeName.Uri(String text) -> new GeneralName(GeneralName.uniformResourceIdentifier, text);
        };
    }

    private static X500Name name(String common) {
        return new X500NameBuilder().addRDN(BCStyle.CN, common).build();
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
