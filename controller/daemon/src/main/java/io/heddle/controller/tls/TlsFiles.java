package io.heddle.controller.tls;

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

    List<Path> all() {
        return Stream.concat(Stream.of(certificate, key, authorities), revoked.stream())
                .toList();
    }
}
