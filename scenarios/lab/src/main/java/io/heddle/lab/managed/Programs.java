package io.heddle.lab.managed;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How what a user installs is started here.
 *
 * @param heddle the words of {@code heddle}
 * @param agent the words of {@code heddle-agent}
 * @param cni the binary that runtimes call
 */
public record Programs(List<String> heddle, List<String> agent, Path cni) {

    /** Of Debian's etcd-server. */
    public static final Path ETCD = Path.of("/usr/bin/etcd");

    /** Where a build or an installation has the binary, seen from what holds the classes. */
    private static final List<Path> PLACES =
            List.of(Path.of("heddle-cni"), Path.of("bin/heddle-cni"), Path.of("cni-bridge/target/heddle-cni"));

    public Programs {
        heddle = List.copyOf(heddle);
        agent = List.copyOf(agent);
    }

    /** The virtual machine and class path of this process, as the launchers start them; empty if {@code heddle-cni} is not built. */
    public static Optional<Programs> here() {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("-XX:AOTCache="))
                .forEach(java::add);
        java.addAll(List.of("-cp", System.getProperty("java.class.path")));
        List<String> heddle = with(java, "io.heddle.scenarios.cli.Main");
        List<String> agent = with(java, "io.heddle.cni.agent.AgentMain");
        agent.addAll(1, List.of("-Xms8m", "-Xmx40m", "-Xss512k", "-XX:TieredStopAtLevel=1"));
        return binary().map(cni -> new Programs(heddle, agent, cni));
    }

    private static List<String> with(List<String> words, String more) {
        List<String> all = new ArrayList<>(words);
        all.add(more);
        return all;
    }

    private static Optional<Path> binary() {
        Path at = Path.of(Programs.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toAbsolutePath();
        while (at != null) {
            Path home = at;
            Optional<Path> found = PLACES.stream()
                    .map(home::resolve)
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
