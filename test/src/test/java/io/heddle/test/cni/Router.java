package io.heddle.test.cni;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A routing daemon in a namespace, in the foreground, with files of its own. */
final class Router {

    private static final Path FRR = Path.of("/usr/lib/frr");

    private Router() {}

    /** zebra and bgpd of FRR. */
    static void frr(CniBed bed, String namespace, String bgp) {
        assumeTrue(Files.isExecutable(FRR.resolve("bgpd")), "frr is not installed");
        Path directory = directory(bed, namespace);
        write(directory.resolve("zebra.conf"), "hostname " + namespace + "\nno zebra nexthop kernel enable\n");
        write(directory.resolve("bgpd.conf"), bgp);
        Commands.run("chown", "-R", "frr:frr", directory.toString()).orThrow();
        for (String each : new String[] {"zebra", "bgpd"}) {
            start(
                    bed,
                    namespace,
                    directory.resolve(each + ".log"),
                    FRR.resolve(each).toString(),
                    "-f",
                    directory.resolve(each + ".conf").toString(),
                    "-i",
                    directory.resolve(each + ".pid").toString(),
                    "-z",
                    directory.resolve("zserv.api").toString(),
                    "--vty_socket",
                    directory.toString(),
                    "-P",
                    "0");
        }
    }

    static void bird(CniBed bed, String namespace, String config) {
        assumeTrue(Commands.has("bird"), "bird2 is not installed");
        Path directory = directory(bed, namespace);
        write(directory.resolve("bird.conf"), config);
        start(
                bed,
                namespace,
                directory.resolve("bird.log"),
                "bird",
                "-f",
                "-c",
                directory.resolve("bird.conf").toString(),
                "-s",
                directory.resolve("bird.ctl").toString());
    }

    private static Path directory(CniBed bed, String namespace) {
        try {
            // FRR drops its privileges: it must get to its directory.
            Commands.run("chmod", "755", bed.directory().toString()).orThrow();
            return Files.createDirectories(bed.directory().resolve("router-" + namespace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(CniBed bed, String namespace, Path log, String... words) {
        try {
            List<String> all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + namespace));
            all.addAll(List.of(words));
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            bed.onClose(() -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
