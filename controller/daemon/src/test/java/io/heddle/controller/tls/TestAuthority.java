package io.heddle.controller.tls;

import io.heddle.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An authority whose certificates are made by the {@code openssl} command, as docs/controller-api.md says. */
public final class TestAuthority {

    private final Path directory;

    private TestAuthority(Path directory) {
        this.directory = directory;
    }

    public static boolean isPossible() {
        try {
            return run(Path.of("."), List.of("openssl", "version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    public static TestAuthority in(Path directory) throws IOException {
        Files.createDirectories(directory);
        TestAuthority authority = new TestAuthority(directory);
        authority.openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=authority -keyout ca.key -out ca.pem");
        Files.writeString(directory.resolve("index.txt"), "");
        Files.writeString(directory.resolve("crlnumber"), "01\n");
        Files.writeString(directory.resolve("ca.conf"), """
                [ca]
                default_ca=d
                [d]
                database=index.txt
                crlnumber=crlnumber
                default_md=sha256
                default_crl_days=30
                certificate=ca.pem
                private_key=ca.key
                """);
        return authority;
    }

    /** A certificate with these alternative names, good from now for some days; a negative number is past. */
    public TlsFiles issue(String name, String alternatives, int days) throws IOException {
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + name + " -keyout " + name
                + ".key -out " + name + ".csr");
        Files.writeString(
                directory.resolve(name + ".ext"),
                "subjectAltName=" + alternatives + "\nextendedKeyUsage=serverAuth,clientAuth\n");
        openssl("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days " + days + " -extfile "
                + name + ".ext -out " + name + ".pem");
        return files(name);
    }

    public TlsFiles node(String node) throws IOException {
        return issue(node, "URI:urn:heddle:node:" + node, 30);
    }

    public TlsFiles server() throws IOException {
        return issue("server", "IP:127.0.0.1,DNS:localhost", 30);
    }

    public TlsFiles files(String name) {
        return new TlsFiles(
                directory.resolve(name + ".pem"),
                directory.resolve(name + ".key"),
                directory.resolve("ca.pem"),
                Optional.empty());
    }

    /** The list of what is revoked, these among them. */
    public Path revoke(String... names) throws IOException {
        for (String each : names) {
            openssl("ca -config ca.conf -revoke " + each + ".pem");
        }
        openssl("ca -config ca.conf -gencrl -out revoked.pem");
        return directory.resolve("revoked.pem");
    }

    private void openssl(String words) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("openssl"), Stream.of(words.split(" "))).toList();
        if (run(directory, command) != 0) {
            throw new IOException(
                    "failed: " + String.join(" ", command) + ": " + Files.readString(directory.resolve("openssl.log")));
        }
    }

    private static int run(Path directory, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        directory.equals(Path.of("."))
                                ? ProcessBuilder.Redirect.DISCARD
                                : ProcessBuilder.Redirect.to(
                                        directory.resolve("openssl.log").toFile()))
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
