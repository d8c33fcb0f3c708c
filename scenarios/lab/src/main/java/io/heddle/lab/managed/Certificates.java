package io.heddle.lab.managed;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authority of the lab, by the {@code openssl} commands of docs/controller-api.md. */
final class Certificates {

    private static final String DAYS = "30";

    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    static Certificates make(Path directory) throws LabException {
        Certificates made = new Certificates(directory);
        made.openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=lab -days " + DAYS
                + " -keyout " + made.path("ca.key") + " -out " + made.authorities());
        return made;
    }

    /**
     * Makes {@code NAME.pem} and {@code NAME.key}.
     *
     * @param names alternative names, in openssl's words
     */
    void issue(String name, String names) throws LabException {
        Path request = path(name + ".csr");
        Path extensions = path(name + ".ext");
        try {
            Files.writeString(extensions, "subjectAltName=" + names + "\nextendedKeyUsage=serverAuth,clientAuth\n");
        } catch (IOException e) {
            throw new LabException("cannot write " + extensions + ": " + e.getMessage(), e);
        }
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + name + " -keyout "
                + path(name + ".key") + " -out " + request);
        openssl("x509 -req -in " + request + " -CA " + authorities() + " -CAkey " + path("ca.key")
                + " -CAcreateserial -days " + DAYS + " -extfile " + extensions + " -out " + path(name + ".pem"));
    }

    Path path(String file) {
        return directory.resolve(file);
    }

    Path authorities() {
        return path("ca.pem");
    }

    private void openssl(String words) throws LabException {
        Command.of("openssl").with(words.split(" ", -1)).output();
    }
}
