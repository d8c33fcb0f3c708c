package io.heddle.test.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Two namespaces and a link, {@code eth0} at both ends: ours with 10.8.0.1, fd08::1 and fe80::1, theirs with 10.8.0.2, fd08::2 and fe80::2.
 * Ours has 10.8.0.3 to 10.8.0.20 besides. {@link #close} ends every process and removes all of it, last first.
 */
final class Bed {

    static final String OURS = "10.8.0.1";
    static final String THEIRS = "10.8.0.2";

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String prefix =
            "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + "-i" + COUNT.incrementAndGet();
    final Path directory;
    private final Deque<Cleaning> cleaning = new ArrayDeque<>();

    private Bed() throws IOException {
        directory = Files.createTempDirectory("hd-interop-");
    }

    /** Skips the test, with the reason, where there is no root or one of the programs is missing. */
    static Bed with(String... programs) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        for (String each : programs) {
            assumeTrue(Files.isExecutable(Path.of(each)), each + " is not installed");
        }
        Bed bed = new Bed();
        try {
            bed.build();
        } catch (LabException | RuntimeException e) {
            bed.close();
            throw e;
        }
        return bed;
    }

    private void build() throws LabException {
        Command.of("chmod", "755", directory.toString()).output();
        for (String each : List.of(ours(), theirs())) {
            Batch.ip(List.of("netns add " + each));
            cleaning.push(() -> Batch.ip(List.of("netns del " + each)));
            Command.of("ip", "netns", "exec", each, "sysctl", "-qw", "net.ipv6.conf.default.accept_dad=0")
                    .output();
        }
        List<String> lines = new ArrayList<>();
        lines.add("link add eth0 netns " + ours() + " type veth peer name eth0 netns " + theirs());
        Batch.ip(lines);
        end(ours(), 1);
        end(theirs(), 2);
        List<String> more = new ArrayList<>();
        for (int host = 3; host <= 20; host++) {
            more.add("addr add 10.8.0." + host + "/24 dev eth0");
        }
        Batch.ip(ours(), more);
    }

    private static void end(String space, int host) throws LabException {
        Batch.ip(
                space,
                List.of(
                        "link set dev lo up",
                        "link set dev eth0 addrgenmode none",
                        "link set dev eth0 up",
                        "addr add 10.8.0." + host + "/24 dev eth0",
                        "addr add fd08::" + host + "/64 dev eth0 nodad",
                        "addr add fe80::" + host + "/64 dev eth0 nodad"));
    }

    String ours() {
        return prefix + "o";
    }

    String theirs() {
        return prefix + "t";
    }

    /** Runs something on this thread with its network in our namespace; threads that it starts stay there. */
    <T> T inOurs(NetworkNamespace.Inside<T> inside) throws LinuxException {
        return in(ours(), inside);
    }

    /** The same in their namespace. */
    <T> T inTheirs(NetworkNamespace.Inside<T> inside) throws LinuxException {
        return in(theirs(), inside);
    }

    private static <T> T in(String space, NetworkNamespace.Inside<T> inside) throws LinuxException {
        try (NetworkNamespace home = NetworkNamespace.current();
                NetworkNamespace there = NetworkNamespace.open("/run/netns/" + space)) {
            return there.enter(home, inside);
        }
    }

    /** Starts a program in their namespace; ended with the bed at the latest. */
    Process start(String... words) throws IOException {
        List<String> all = Stream.concat(Stream.of("ip", "netns", "exec", theirs()), Stream.of(words))
                .toList();
        Process process = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
        process.getOutputStream().close();
        cleaning.push(() -> stop(process));
        return process;
    }

    private Path output() {
        return directory.resolve("output");
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Runs a program in their namespace and returns what it printed. */
    String run(String... words) throws LabException {
        return Command.of(Stream.concat(Stream.of("ip", "netns", "exec", theirs()), Stream.of(words))
                        .toArray(String[]::new))
                .output();
    }

    /** Drops everything on the link from now on, without its going down. */
    void cut() throws LabException {
        run(
                "nft",
                "add table inet dead; add chain inet dead in { type filter hook prerouting priority -300; policy drop; }; "
                        + "add chain inet dead out { type filter hook output priority -300; policy drop; }");
    }

    void mend() throws LabException {
        run("nft", "delete table inet dead");
    }

    void closing(Cleaning thing) {
        cleaning.push(thing);
    }

    /** Something to be taken away at the end. */
    @FunctionalInterface
    interface Cleaning {
        void clean() throws Exception;
    }

    /** Something to be looked at again and again. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    /** Waits until something holds; what does not in time is an error that says so. */
    void until(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what + "; "
                        + (Files.exists(output()) ? Files.readString(output()) : ""));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    void close() throws Exception {
        while (!cleaning.isEmpty()) {
            cleaning.pop().clean();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
