package io.heddle.scenarios.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.net.IpAddress;
import io.heddle.tls.LoadedTls;
import io.heddle.tls.Pem;
import io.heddle.tls.TlsFiles;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFolderTest {

    private static final List<AlternativeName> NAMES = List.of(
            new AlternativeName.Dns("ctl.example"),
            new AlternativeName.Address(IpAddress.parse("10.0.0.1")),
            new AlternativeName.Uri("urn:heddle:node:n1"));

    @TempDir
    private Path directory;

    private Instant now = Instant.EPOCH;
    private CertificateFolder folder = new CertificateFolder(Path.of("."));

    /** The certificates' own dates are looked at by the code under test, so they are of today. */
    @BeforeEach
    void makeAuthority() throws Exception {
        now = Files.getLastModifiedTime(directory).toInstant();
        folder = new CertificateFolder(directory.resolve("tls"));
        folder.createAuthority(now, 3650);
        folder.issue("n1", NAMES, now, 90, false);
    }

    private TlsFiles files(String name) {
        return new TlsFiles(folder.certificate(name), folder.key(name), folder.certificate("ca"), Optional.empty());
    }

    @Test
    void aCertificateOfTheAuthorityIsBelievedAndSaysWhoseItIs() throws Exception {
        LoadedTls loaded = LoadedTls.load(files("n1"), 1);
        X509Certificate issued = Pem.certificates(folder.certificate("n1")).getFirst();

        assertThat(loaded.distrust(new X509Certificate[] {issued})).isEmpty();
        assertThat(issued.getSubjectAlternativeNames())
                .extracting(each -> String.valueOf(each.get(1)))
                .containsExactly("ctl.example", "10.0.0.1", "urn:heddle:node:n1");
        assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(issued.getBasicConstraints()).isEqualTo(-1);
        assertThat(issued.getSerialNumber()).isGreaterThan(BigInteger.ZERO);
    }

    @Test
    void aForeignAuthoritysCertificateIsNotBelieved() throws Exception {
        CertificateFolder other = new CertificateFolder(directory.resolve("other"));
        other.createAuthority(now, 3650);
        other.issue("n1", NAMES, now, 90, false);

        assertThat(LoadedTls.load(files("n1"), 1).distrust(new X509Certificate[] {
                    Pem.certificates(other.certificate("n1")).getFirst()
                }))
                .isPresent();
    }

    @Test
    void nothingIsWrittenOverUnasked() throws Exception {
        byte[] key = Files.readAllBytes(folder.key("n1"));

        assertThatThrownBy(() -> folder.issue("n1", NAMES, now, 90, false))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> folder.createAuthority(now, 90)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.key("n1")).hasBinaryContent(key);

        folder.issue("n1", NAMES, now, 90, true);
        assertThat(Files.readAllBytes(folder.key("n1"))).isNotEqualTo(key);
        assertThat(LoadedTls.load(files("n1"), 2).reading()).isEqualTo(2);
    }

    @Test
    void keysAreForTheirOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.key("n1"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.key("ca"))))
                .isEqualTo("rw-------");
    }
}
