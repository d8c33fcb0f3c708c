package io.heddle.test.openflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Namespaces, links between them and Open vSwitch daemons in them. {@link #close} ends every process and removes all of it, last first. */
final class OvsBed {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> PROGRAMS =
            List.of("/usr/sbin/ovsdb-server", "/usr/sbin/ovs-vswitchd", "/usr/bin/ovsdb-tool", "/usr/bin/ovs-vsctl");

    private final String prefix =
            "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + "-o" + COUNT.incrementAndGet();
    private final Path directory;
    private final Deque<Cleaning> cleaning = new ArrayDeque<>();

    private OvsBed() throws IOException {
        directory = Files.createTempDirectory("hd-ovs-");
    }

    /** Skips the test, with the reason, where there is no root or no Open vSwitch. */
    static OvsBed create() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        PROGRAMS.forEach(each -> assumeTrue(Files.isExecutable(Path.of(each)), each + " is not installed"));
        return new OvsBed();
    }

    Path directory() {
        return directory;
    }

    /** A new namespace. */
    Space space(String name) throws LabException {
        String full = prefix + name;
        Batch.ip(List.of("netns add " + full));
        cleaning.push(() -> Batch.ip(List.of("netns del " + full)));
        Command.of(
                        "ip",
                        "netns",
                        "exec",
                        full,
                        "sysctl",
                        "-qw",
                        "net.ipv6.conf.default.accept_dad=0",
                        "net.ipv6.conf.all.accept_dad=0")
                .output();
        Batch.ip(full, List.of("link set dev lo up"));
        return new Space(full);
    }

    /** A link with an end in each namespace. */
    void link(Space a, String nameA, Space b, String nameB) throws LabException {
        Batch.ip(List.of(
                "link add " + nameA + " netns " + a.name() + " type veth peer name " + nameB + " netns " + b.name()));
        Batch.ip(a.name(), List.of("link set dev " + nameA + " up"));
        Batch.ip(b.name(), List.of("link set dev " + nameB + " up"));
    }

    /** Open vSwitch in a namespace, with a database of its own. */
    Ovs ovs(Space space) throws Exception {
        Path here = Files.createDirectory(directory.resolve(space.name()));
        Command.of("ovsdb-tool", "create", here + "/conf.db", "/usr/share/openvswitch/vswitch.ovsschema")
                .output();
        Ovs ovs = new Ovs(space, here);
        start(
                here,
                space,
                "ovsdb-server",
                here + "/conf.db",
                "--remote=punix:" + here + "/db.sock",
                // Whatever certificates the database names, once it does.
                "--private-key=db:Open_vSwitch,SSL,private_key",
                "--certificate=db:Open_vSwitch,SSL,certificate",
                "--ca-cert=db:Open_vSwitch,SSL,ca_cert");
        until("the database listens", () -> Files.exists(here.resolve("db.sock")));
        ovs.vsctl("--no-wait", "init");
        start(here, space, "ovs-vswitchd", "unix:" + here + "/db.sock");
        return ovs;
    }

    private void start(Path here, Space space, String program, String... words) throws IOException {
        List<String> all = Stream.concat(
                        Stream.of("ip", "netns", "exec", space.name(), program),
                        Stream.concat(
                                Stream.of(words),
                                Stream.of(
                                        "--unixctl=" + here + "/" + program + ".ctl",
                                        "--pidfile=" + here + "/" + program + ".pid",
                                        "--log-file=" + here + "/" + program + ".log",
                                        "--no-chdir",
                                        "-vconsole:off")))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(here.resolve("output").toFile());
        for (String each : List.of("OVS_RUNDIR", "OVS_LOGDIR", "OVS_DBDIR", "OVS_SYSCONFDIR")) {
            builder.environment().put(each, here.toString());
        }
        Process process = builder.start();
        cleaning.push(() -> {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        });
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
    static void until(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    void close() throws Exception {
        AssertionError left = new AssertionError("what was set up could not all be taken away");
        while (!cleaning.isEmpty()) {
            try {
                cleaning.pop().clean();
            } catch (Exception e) {
                left.addSuppressed(e);
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        if (left.getSuppressed().length > 0) {
            throw left;
        }
    }
}
