package io.heddle.test.controller;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Management;
import io.heddle.model.config.Community;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a pod's route takes with everything that is shipped, {@code PodLatencyBench [samples at 1/s] [samples at 50/s]}, as root: from when ADD
 * of {@code heddle-cni} has returned until the UPDATE is on the wire to the owner leaf (tcpdump's time) and until the kernel of a leaf of the
 * other rack has the route, beside the stalls of a thread that only sleeps; and, by turns in the same run, one route told to that leaf alone and one told to every switch with NO_ADVERTISE, both by sessions of their own,
 * from the want on. The agent, two controllers over three etcd members and FRR are processes; times are microseconds since 1970, all of one machine.
 */
public final class PodLatencyBench {

    private static final DeviceName FAR = DeviceName.of("leaf-2-1");
    private static final Asn AS = new Asn(64999);
    private static final int AT_ONCE = 4;
    /** The agent reports while the plugin still ends. */
    private static final long BEFORE_MICROS = 20_000;

    private static final long STALL_MICROS = 3_000;

    private final ManagedLab lab;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final List<Announcement> direct = new ArrayList<>();
    private final List<Announcement> everywhere = new ArrayList<>();
    private final Stalls stalls = new Stalls();
    private int named;

    private PodLatencyBench(ManagedLab lab) {
        this.lab = lab;
    }

    record Sample(IpAddress address, long from) {}

    /** The samples of pods, of routes told to the far leaf alone, and of those told to every switch. */
    private record Round(List<Sample> pods, List<Sample> direct, List<Sample> everywhere) {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        int slow = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int fast = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 150;
        try (ChaosFabric fabric = ChaosFabric.start("chaos.yaml", new ManagedLab.Size(2, 3, List.of()), 60_000)) {
            fabric.awaitControllers();
            new PodLatencyBench(fabric.lab).run(slow, fast);
        }
    }

    private void run(int slow, int fast) throws Exception {
        Process monitor =
                new ProcessBuilder("ip", "-n", lab.lab().space(FAR.value()), "-o", "monitor", "route").start();
        Thread.ofPlatform().daemon().start(() -> read(monitor));
        Path network = lab.lab().path().resolve("network.pcap");
        Path store = lab.lab().path().resolve("store.pcap");
        List<Process> captures = List.of(
                capture("mgmt0", "tcp port 179 or tcp port 9330", network), capture("lo", "tcp port 2379", store));
        try (BgpDriver alone = alone()) {
            while (alone.status().values().stream().anyMatch(each -> !each.up())) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            // What comes first is not measured: code is compiled, capture and sessions have settled.
            round(alone, 20, 20);
            Round one = round(alone, slow, 1_000);
            Round fifty = round(alone, fast, 20);
            for (Process each : captures) {
                each.destroy();
                each.waitFor();
            }
            PodPath wire = PodPath.read(network, store);
            print("1 a second", one, wire);
            wire.print(one.pods());
            print("50 a second", fifty, wire);
        } finally {
            stalls.close();
            captures.forEach(Process::destroyForcibly);
            monitor.destroyForcibly();
        }
    }

    private Process capture(String port, String which, Path file) throws IOException {
        return new ProcessBuilder(
                        "nsenter",
                        "--net=/run/netns/" + lab.management().space(),
                        "tcpdump",
                        "-Z",
                        "root",
                        "-U",
                        "-i",
                        port,
                        "-w",
                        file.toString(),
                        which)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A third speaker beside the controllers, with a session to every switch. */
    private BgpDriver alone() throws Exception {
        String own = Management.controller(2);
        Command.of("ip", "-n", lab.management().space(), "addr", "add", own + "/16", "dev", "mgmt0")
                .output();
        List<BgpSwitch> switches = new ArrayList<>();
        for (SwitchConfig each : lab.lab().plan().config().switches()) {
            TransportConfig transport = TransportConfig.of(
                            IpAddress.parse(lab.management().address(each)))
                    .withLocalAddress(IpAddress.parse(own));
            switches.add(BgpSwitch.of(
                    each.name(), transport, each.bgp().orElseThrow().asn()));
        }
        BgpSouthbound config =
                new BgpSouthbound(AS, IpAddress.parse(own), TransportOptions.DEFAULT.listeningOn(), switches);
        try (NetworkNamespace home = NetworkNamespace.current();
                NetworkNamespace there =
                        NetworkNamespace.open("/run/netns/" + lab.management().space())) {
            return there.enter(home, () -> {
                try {
                    return BgpDriver.start(config, new Random(1), each -> {});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void read(Process monitor) {
        try (BufferedReader lines = monitor.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String first = line.split(" ", 2)[0];
                if (first.startsWith("10.")) {
                    arrived.putIfAbsent(first, now());
                }
            }
        } catch (IOException e) {
            // The monitor was ended.
        }
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Pods by turns at the two nodes of the first rack, and between them a route told in each of the other ways; so many milliseconds apart. */
    private Round round(BgpDriver alone, int samples, long everyMillis) throws Exception {
        List<NodeProgram> nodes = lab.nodes().subList(0, 2);
        List<Future<Sample>> pods = new ArrayList<>();
        List<Sample> told = new ArrayList<>();
        List<Sample> toldAll = new ArrayList<>();
        int first = named;
        named += samples;
        // What a runtime does before it calls the plugin is not on the way of a route.
        for (int i = 0; i < samples; i++) {
            lab.preparePod(nodes.get(i % nodes.size()).name(), "pod" + (first + i));
        }
        long next = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < samples; i++) {
                DeviceName node = nodes.get(i % nodes.size()).name();
                String name = "pod" + (first + i);
                pods.add(pool.submit(() -> {
                    IpAddress address = lab.attachPod(node, name).address();
                    return new Sample(address, now());
                }));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(everyMillis) / 3);
                told.add(tell(alone, "10.99.0.1", direct));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(everyMillis) / 3);
                toldAll.add(tell(alone, "10.98.0.1", everywhere));
                next += TimeUnit.MILLISECONDS.toNanos(everyMillis);
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        List<Sample> attached = new ArrayList<>();
        for (Future<Sample> each : pods) {
            attached.add(each.get());
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
        return new Round(attached, told, toldAll);
    }

    /** One route more of this kind. */
    private Sample tell(BgpDriver alone, String first, List<Announcement> kind) {
        NodeProgram node = lab.nodes().getLast();
        IpAddress nextHop = node.routedPorts().stream()
                .filter(each -> each.neighbor().equals(FAR))
                .flatMap(each -> each.addresses().stream())
                .map(each -> each.address())
                .findFirst()
                .orElseThrow();
        IpAddress address = IpAddress.parse(first).plus(kind.size());
        kind.add(new Announcement.Unicast(Prefix.host(address), nextHop, List.of(Community.NO_ADVERTISE)));
        List<Announcement> far = new ArrayList<>(everywhere);
        far.addAll(direct);
        int revision = far.size();
        List<Wanted> wants = lab.lab().plan().config().switches().stream()
                .map(each -> Wanted.of(each.name(), revision, each.name().equals(FAR) ? far : everywhere))
                .toList();
        long from = now();
        alone.want(wants);
        return new Sample(address, from);
    }

    private void print(String rate, Round round, PodPath wire) {
        System.out.println("pods at " + rate + ", ms: median p99 most");
        line("ADD returned to UPDATE on the wire", round.pods(), wire.sent());
        stalled(round.pods(), wire.sent());
        Map<String, Long> kernel = Map.copyOf(arrived);
        line("ADD returned to far leaf's kernel", round.pods(), kernel);
        line("one route told directly to far leaf's kernel", round.direct(), kernel);
        line("one told to every switch, to far leaf's kernel", round.everywhere(), kernel);
    }

    /** What the machine's own stalls were in the same time, and what is left of the routes' without those that fell into one. */
    private void stalled(List<Sample> samples, Map<String, Long> at) {
        List<Double> own = new ArrayList<>();
        List<Double> undisturbed = new ArrayList<>();
        for (Sample each : samples) {
            Long sent = at.get(each.address().toString());
            if (sent != null) {
                long longest = stalls.longest(each.from() - BEFORE_MICROS, Math.max(each.from(), sent));
                own.add(longest / 1e3);
                if (longest < STALL_MICROS) {
                    undisturbed.add((sent - each.from()) / 1e3);
                }
            }
        }
        line("  longest stall of a thread in that time", own, samples.size());
        line("  where that is under 3 ms", undisturbed, samples.size());
    }

    private static void line(String what, List<Sample> samples, Map<String, Long> at) {
        List<Double> all = samples.stream()
                .filter(each -> at.containsKey(each.address().toString()))
                .map(each -> (at.getOrDefault(each.address().toString(), 0L) - each.from()) / 1e3)
                .toList();
        line(what, all, samples.size());
    }

    private static void line(String what, List<Double> millis, int samples) {
        if (millis.isEmpty()) {
            System.out.println("  " + what + ": none of " + samples);
            return;
        }
        List<Double> sorted = millis.stream().sorted().toList();
        System.out.println(String.format(
                Locale.ROOT,
                "  %-46s %8.2f %8.2f %8.2f  (%d of %d)",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)),
                sorted.getLast(),
                sorted.size(),
                samples));
    }
}
