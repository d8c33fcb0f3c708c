package io.heddle.scenarios.certs;

import io.heddle.tls.Pem;
import io.heddle.tls.UnusableTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;

/** A directory with {@code ca.pem}, {@code ca.key}, and {@code NAME.pem} and {@code NAME.key} of each certificate. */
public final class CertificateFolder {

    private static final String AUTHORITY = "ca";

    private final Path directory;

    public CertificateFolder(Path directory) {
        this.directory = directory;
    }

    public Path certificate(String name) {
        return directory.resolve(name + ".pem");
    }

    public Path key(String name) {
        return directory.resolve(name + ".key");
    }

    public boolean hasAuthority() {
        return Files.exists(certificate(AUTHORITY)) || Files.exists(key(AUTHORITY));
    }

    public boolean has(String name) {
        return Files.exists(certificate(name)) || Files.exists(key(name));
    }

    /** Makes the authority; never over one that is there. */
    public void createAuthority(Instant now, int days) throws IOException {
        Files.createDirectories(directory);
        try {
            write(AUTHORITY, Authority.create("heddle authority of " + now, now, days), false);
        } catch (GeneralSecurityException e) {
            throw new IOException("no authority can be made: " + e.getMessage(), e);
        }
    }

    /**
     * Makes a certificate.
     *
     * @param over whether it takes the place of one that is there
     * @throws UnusableTls when the authority's files cannot be used
     * @throws IOException when a file is there and not to be replaced, or cannot be written
     */
    public void issue(String name, List<AlternativeName> names, Instant now, int days, boolean over)
            throws IOException, UnusableTls {
        Authority authority =
                new Authority(Pem.certificates(certificate(AUTHORITY)).getFirst(), Pem.key(key(AUTHORITY)));
        try {
            write(name, authority.issue(name, names, now, days), over);
        } catch (GeneralSecurityException e) {
            throw new IOException(name + ": no certificate can be made: " + e.getMessage(), e);
        }
    }

    /** The key first: who reads in between has a key without its certificate, and keeps what was read before. */
    private void write(String name, Issued issued, boolean over) throws IOException {
        write(key(name), issued.keyPem(), "rw-------", over);
        write(certificate(name), issued.certificatePem(), "rw-r--r--", over);
    }

    private static void write(Path file, String text, String mode, boolean over) throws IOException {
        Path target = over ? file.resolveSibling(file.getFileName() + ".new") : file;
        if (over) {
            Files.deleteIfExists(target);
        }
        // Refuses a file that is there; nobody else ever reads a key that is not complete.
        Files.createFile(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        Files.writeString(target, text);
        if (over) {
            Files.move(target, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
