package io.heddle.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the certificates are, all PEM.
 *
 * @param certificate of this end, its own first, then what leads to the authority
 * @param key its private key, PKCS#8
 * @param authorities whose certificates are believed
 * @param revoked certificates that are not believed any more (a CRL of each authority), if any are kept
 */
public record TlsFiles(Path certificate, Path key, Path authorities, Optional<Path> revoked) {

    /** Times and sizes of the files: other ones ask for another reading. */
    public List<String> stamps() {
        return all().stream().map(TlsFiles::stamp).toList();
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }

    private List<Path> all() {
        return Stream.concat(Stream.of(certificate, key, authorities), revoked.stream())
                .toList();
    }
}
