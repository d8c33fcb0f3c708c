package io.heddle.test.southbound;

import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Switches attached to a controller and idle, {@code AttachedBench [switches] [seconds]}: processor time and memory of the controller, whose
 * switches are sessions of another process over loopback. Keepalives every 3 s both ways.
 */
public final class AttachedBench {

    private static final IpAddress OWN = IpAddress.parse("127.0.0.1");
    private static final Asn AS = new Asn(64999);
    private static final Asn THEIRS = new Asn(65100);

    private AttachedBench() {}

    /** See the class; {@code peers PORT COUNT} is the other process. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("peers")) {
            peers(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        List<BgpSwitch> switches = IntStream.range(0, count)
                .mapToObj(i -> BgpSwitch.of(DeviceName.of("switch-" + i), TransportConfig.of(address(i)), THEIRS)
                        .waiting())
                .toList();
        BgpSouthbound config =
                new BgpSouthbound(AS, OWN, TransportOptions.DEFAULT.listeningOn(new ListenAddress(OWN, 0)), switches);
        try (BgpDriver driver = BgpDriver.start(config, new Random(1), Throwable::printStackTrace)) {
            Process other = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            AttachedBench.class.getName(),
                            "peers",
                            Integer.toString(driver.addresses().getFirst().getPort()),
                            Integer.toString(count))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                measure(driver, count, seconds);
            } finally {
                other.destroy();
                other.waitFor();
            }
        }
    }

    private static void measure(BgpDriver driver, int count, int seconds) throws Exception {
        long start = System.nanoTime();
        FrrFabric.until(
                "all are attached",
                () -> driver.status().values().stream().filter(SwitchStatus::up).count() == count);
        double attached = (System.nanoTime() - start) / 1e9;
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
        long cpu = cpuNanos();
        long from = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
        double share = 100.0 * (cpuNanos() - cpu) / (System.nanoTime() - from);
        long up = driver.status().values().stream().filter(SwitchStatus::up).count();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
        System.out.println(String.format(
                Locale.ROOT,
                "%d switches attached within %.1f s; idle %.1f %% of a core over %d s, %d still up; heap %d KiB in use, %s",
                count,
                attached,
                share,
                seconds,
                up,
                heap,
                residentSize()));
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    private static String residentSize() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith("VmRSS"))
                .findFirst()
                .orElse("")
                .replaceAll("\\s+", " ");
    }

    private static IpAddress address(int i) {
        return IpAddress.v4(0x7F02_0001L + i);
    }

    /** All sessions of one speaker, each from an address of its own; ended when the other end of its input is. */
    private static void peers(int port, int count) throws IOException {
        SpeakerConfig router = SpeakerConfig.of(THEIRS, address(0), 1);
        PeerGroup group = new PeerGroup(
                "controller",
                Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.L2VPN_EVPN),
                Policy.REJECT_ALL,
                Policy.REJECT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        try (BgpServer server = BgpServer.start(
                router,
                AddressFamilies.UNICAST.with(EvpnFamily.CODEC),
                TransportOptions.DEFAULT.listeningOn(),
                new Random(2),
                Throwable::printStackTrace)) {
            for (int i = 0; i < count; i++) {
                TransportConfig to = TransportConfig.of(OWN).withPort(port).withLocalAddress(address(i));
                SpeakerPeer peer = SpeakerPeer.of(router.router(), "session-" + i, to, AS, group);
                server.addPeer(peer.with(peer.peer().session().withTimers(SessionTimers.DEFAULT.withHoldTime(9))));
            }
            while (System.in.read() >= 0) {
                // Until whoever started this is gone.
            }
        }
    }
}
