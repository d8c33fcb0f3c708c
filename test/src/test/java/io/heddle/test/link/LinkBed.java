package io.heddle.test.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Two namespaces and a link between them, {@code eth0} at both ends: FRR with 10.7.0.1 and fe80::1, ours with 10.7.0.2 and fe80::2.
 * {@link #close} ends every process and removes all of it, last first.
 */
final class LinkBed {

    private static final String FRR = "/usr/lib/frr/";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String prefix = "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + "-";
    private final Path directory;
    private final Deque<Callable<?>> cleaning = new ArrayDeque<>();

    LinkBed() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        for (String program : List.of(FRR + "zebra", FRR + "bfdd", FRR + "bgpd", "/usr/bin/vtysh", "/usr/sbin/nft")) {
            assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
        }
        directory = Files.createTempDirectory("hd-link-");
        run("chown", "frr:frr", directory.toString());
        try {
            link();
        } catch (AssertionError | IOException e) {
            close();
            throw e;
        }
    }

    private void link() throws Exception {
        for (String each : List.of(frr(), ours())) {
            run("ip", "netns", "add", each);
            cleaning.push(() -> run("ip", "netns", "del", each));
            // Without the wait for duplicate addresses, link-local addresses serve at once.
            run("ip", "netns", "exec", each, "sysctl", "-qw", "net.ipv6.conf.default.accept_dad=0");
            run("ip", "-n", each, "link", "set", "lo", "up");
        }
        run("ip", "-n", frr(), "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", ours());
        address(frr(), "1");
        address(ours(), "2");
    }

    private static void address(String namespace, String host) throws Exception {
        run("ip", "-n", namespace, "link", "set", "dev", "eth0", "addrgenmode", "none", "up");
        run("ip", "-n", namespace, "addr", "add", "10.7.0." + host + "/24", "dev", "eth0");
        run("ip", "-n", namespace, "addr", "add", "fe80::" + host + "/64", "dev", "eth0", "nodad");
    }

    private String frr() {
        return prefix + "frr";
    }

    private String ours() {
        return prefix + "ours";
    }

    /** Starts one of FRR's daemons with its configuration; zebra comes first. */
    void daemon(String name, String... config) throws Exception {
        Path file = directory.resolve(name + ".conf");
        Files.write(file, List.of(config));
        run("chown", "frr:frr", file.toString());
        String here = directory + "/";
        Stream<String> words = Stream.of(
                "ip",
                "netns",
                "exec",
                frr(),
                FRR + name,
                "-f",
                file.toString(),
                "-i",
                here + name + ".pid",
                "-z",
                here + "zserv.api",
                "--vty_socket",
                directory.toString(),
                "-P",
                "0");
        Stream<String> more = name.equals("bfdd") ? Stream.of("--bfdctl", here + "bfdd.sock") : Stream.of();
        start(Stream.concat(words, more).toList());
        until(name + " listens", () -> Files.exists(directory.resolve(name + ".vty")));
        if (name.equals("zebra")) {
            until("zebra serves", () -> Files.exists(directory.resolve("zserv.api")));
        }
    }

    /** Starts a class of the tests in our namespace. */
    PeerProcess ours(Class<?> main, String... arguments) throws IOException {
        List<String> java = List.of(
                "ip",
                "netns",
                "exec",
                ours(),
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return new PeerProcess(
                start(Stream.concat(java.stream(), Stream.of(arguments)).toList()));
    }

    private Process start(List<String> words) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectError(directory.resolve("errors").toFile())
                .start();
        cleaning.push(() -> {
            process.destroy();
            return process.waitFor(10, TimeUnit.SECONDS)
                    || process.destroyForcibly().waitFor() >= 0;
        });
        return process;
    }

    /** What FRR's shell answers. */
    String vtysh(String... commands) throws Exception {
        Stream<String> words = Stream.concat(
                Stream.of("vtysh", "--vty_socket", directory.toString()),
                Stream.of(commands).flatMap(each -> Stream.of("-c", each)));
        return run(words.toArray(String[]::new));
    }

    /** Drops everything that reaches our end, in both directions, without either end's link going down. */
    void cut() throws Exception {
        inOurs(
                "nft",
                "add table inet dead; add chain inet dead in { type filter hook prerouting priority -300; policy drop; }; "
                        + "add chain inet dead out { type filter hook output priority -300; policy drop; }");
    }

    void mend() throws Exception {
        inOurs("nft", "delete table inet dead");
    }

    String inOurs(String... words) throws Exception {
        return run(Stream.concat(Stream.of("ip", "netns", "exec", ours()), Stream.of(words))
                .toArray(String[]::new));
    }

    /** Waits until something holds; what does not in time is an error that says so. */
    void until(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain until " + what + "; " + Files.readString(directory.resolve("errors")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = String.join("\n", process.inputReader().readAllLines());
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + output);
        }
        return output;
    }

    void close() throws Exception {
        while (!cleaning.isEmpty()) {
            cleaning.pop().call();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
