package io.heddle.test.cni;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory and network namespaces of one test, the first of them a node. {@link #close} ends its processes and removes all of it,
 * last first.
 */
final class CniBed implements AutoCloseable {

    static final Path HOME = Path.of(System.getProperty("heddle.home", ".")).toAbsolutePath();
    static final Path BINARY = HOME.resolve("cni-bridge/target/heddle-cni");

    /** An address of the node itself. */
    static final String NODE_ADDRESS = "192.0.2.1";

    private final String prefix;
    private final Path directory;
    private final Deque<Runnable> cleaning = new ArrayDeque<>();
    private final String node;

    CniBed() {
        this("", NODE_ADDRESS);
    }

    /**
     * One of several nodes.
     *
     * @param label of its namespaces
     * @param address of the node itself
     */
    CniBed(String label, String address) {
        prefix = "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + label + "-";
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        assumeTrue(Commands.has("ip"), "iproute2 is not installed");
        assumeBinary();
        try {
            directory = Files.createTempDirectory("hd-cni-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node = namespace("node");
        Commands.run("ip", "-n", node, "addr", "add", address + "/32", "dev", "lo")
                .orThrow();
        inNode("sysctl", "-qw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1")
                .orThrow();
    }

    static void assumeBinary() {
        assumeTrue(Files.isExecutable(BINARY), "heddle-cni is not built: no C compiler when cni-bridge was built");
    }

    Path directory() {
        return directory;
    }

    Path socket() {
        return directory.resolve("cni.sock");
    }

    String node() {
        return node;
    }

    /** Makes a namespace with its loopback up; answers its whole name. */
    String namespace(String name) {
        String full = prefix + name;
        Commands.run("ip", "netns", "add", full).orThrow();
        cleaning.push(() -> Commands.run("ip", "netns", "del", full));
        Commands.run("ip", "-n", full, "link", "set", "lo", "up").orThrow();
        return full;
    }

    /** Before the test ends. */
    void deleteNamespace(String name) {
        Commands.run("ip", "netns", "del", prefix + name).orThrow();
    }

    /** What to undo when the test ends, before what was made earlier. */
    void onClose(Runnable undo) {
        cleaning.push(undo);
    }

    Commands.Ended inNode(String... words) {
        return in(node, words);
    }

    static Commands.Ended in(String namespace, String... words) {
        return Commands.run(Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(words))
                .toArray(String[]::new));
    }

    /** Runs the plugin as a runtime does, in the node. */
    Commands.Ended cni(String command, String container, String namespace, String config) {
        return cni(command, container, namespace, config, Map.of());
    }

    Commands.Ended cni(String command, String container, String namespace, String config, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "CNI_COMMAND",
                command,
                "CNI_CONTAINERID",
                container,
                "CNI_NETNS",
                namespace.isEmpty() ? "" : "/run/netns/" + namespace,
                "CNI_IFNAME",
                "eth0",
                "CNI_PATH",
                "/usr/lib/cni",
                "HEDDLE_CNI_SOCKET",
                socket().toString()));
        environment.putAll(more);
        return Commands.run(environment, config, BINARY.toString());
    }

    /** Whether one ping is answered. */
    static boolean pings(String namespace, String address) {
        return in(namespace, "busybox", "ping", "-c", "1", "-W", "5", address).exitCode() == 0;
    }

    @Override
    public void close() {
        while (!cleaning.isEmpty()) {
            cleaning.pop().run();
        }
        Mounts.detach(directory);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
