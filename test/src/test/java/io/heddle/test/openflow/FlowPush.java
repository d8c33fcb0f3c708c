package io.heddle.test.openflow;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.OpenFlowProvider;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.ProviderEvents;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast host routes get into Open vSwitch, from tables to the answered barrier, and what both sides hold in memory then. Arguments:
 * numbers of routes. Run by hand; figures are in {@code docs/benchmarks.md}.
 */
final class FlowPush {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private FlowPush() {}

    public static void main(String[] counts) throws Exception {
        OvsBed bed = OvsBed.create();
        try {
            Ovs ovs = bed.ovs(bed.space("s"));
            ovs.bridge("br0", 3, FabricWiring.routerMac(ThreeSwitches.SPINE).toString());
            Path socket = bed.directory().resolve("of.sock");
            OpenFlowProvider provider = new OpenFlowProvider(
                    UnixDomainSocketAddress.of(socket),
                    ThreeSwitches.DATAPATHS,
                    new ProviderEvents() {},
                    Duration.ofSeconds(30));
            bed.closing(provider::close);
            ovs.controller("br0", socket);
            OvsBed.until("the switch is connected", () -> provider.isConnected(ThreeSwitches.SPINE));
            for (String each : counts) {
                measure(provider, ovs, Integer.parseInt(each));
            }
        } finally {
            bed.close();
        }
    }

    private static void measure(OpenFlowProvider provider, Ovs ovs, int routes) throws Exception {
        want(provider, ThreeSwitches.spine());
        Intent intent = ThreeSwitches.spineWith(routes);
        long start = System.nanoTime();
        Outcome pushed = want(provider, intent);
        double seconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        Outcome audited = provider.audit(ThreeSwitches.SPINE).get(600, TimeUnit.SECONDS);
        double audit = (System.nanoTime() - start) / 1e9;
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "%,d routes: %,d changes in %.2f s (%,.0f a second), read back and compared in %.2f s (%d changes), heap %d MiB, ovs-vswitchd %s MiB%n",
                routes,
                pushed.changes(),
                seconds,
                pushed.changes() / seconds,
                audit,
                audited.changes(),
                heap,
                resident(ovs));
    }

    private static Outcome want(OpenFlowProvider provider, Intent intent) throws Exception {
        return provider.want(intent).get(600, TimeUnit.SECONDS);
    }

    private static long resident(Ovs ovs) throws Exception {
        String pid =
                Files.readString(ovs.directory().resolve("ovs-vswitchd.pid")).strip();
        Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        return line.find() ? Long.parseLong(line.group(1)) >> 10 : -1;
    }
}
