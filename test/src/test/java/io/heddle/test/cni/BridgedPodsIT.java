package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Pods on a bridge that the node's uplink is joined to; the leaf is a bridge in a namespace of its own. */
class BridgedPodsIT {

    private static final String CONFIG = """
            {"cniVersion": "1.0.0", "name": "vlan", "type": "heddle-cni"}""";
    private static final String NETWORK = """
            {"name": "vlan", "mode": "bridge", "bridge": "hd-br", "uplink": "up0", "mtu": 1450,
             "subnets": [{"prefix": "10.82.0.0/24", "gateway": "10.82.0.1"}, {"prefix": "fd00:82::/64", "gateway": "fd00:82::1"}],
             "blocks": ["10.82.0.0/28", "fd00:82::/64"]}""";

    @Test
    void theLeafLearnsASilentPodAndItsGatewayIsReached() {
        try (CniBed bed = new CniBed()) {
            String leaf = leafOf(bed);
            AgentProcess.start(bed, NETWORK);
            String one = bed.namespace("one");
            String two = bed.namespace("two");

            String result = bed.cni("ADD", "a", one, CONFIG).orThrow().output();

            assertThat(result)
                    .contains("\"name\":\"hd-br\"", "10.82.0.2/24\",\"gateway\":\"10.82.0.1\"", "fd00:82::2/64");
            // The pod itself has sent nothing: no address of its own is asked for by anybody.
            assertThat(eventually(() -> Commands.run("bridge", "-n", leaf, "fdb", "show", "br", "leaf")
                            .output()
                            .contains("0a:58:0a:52:00:02")))
                    .isTrue();
            bed.cni("ADD", "b", two, CONFIG, Map.of("CNI_ARGS", "IP=10.82.0.9;MAC=02:00:00:00:00:09"))
                    .orThrow();
            assertThat(CniBed.pings(one, "10.82.0.1")).isTrue();
            assertThat(CniBed.pings(one, "fd00:82::1")).isTrue();
            assertThat(CniBed.pings(one, "10.82.0.9")).isTrue();
            assertThat(CniBed.pings(leaf, "10.82.0.9")).isTrue();
            assertThat(CniBed.in(one, "cat", "/sys/class/net/eth0/mtu").output())
                    .isEqualTo("1450\n");
            String previous = CONFIG.replace("}", ",\"prevResult\":" + result.strip() + "}");
            assertThat(bed.cni("CHECK", "a", one, previous).orThrow().output()).isEmpty();

            bed.cni("DEL", "a", one, CONFIG).orThrow();
            bed.cni("DEL", "b", two, CONFIG).orThrow();
            assertThat(bed.inNode("ip", "-o", "link", "show", "type", "veth").output())
                    .doesNotContain("hdl");
        }
    }

    @Test
    void anUplinkWithAnAddressIsNotTakenFromTheNode() {
        try (CniBed bed = new CniBed()) {
            leafOf(bed);
            Commands.run("ip", "-n", bed.node(), "addr", "add", "10.82.0.200/24", "dev", "up0")
                    .orThrow();
            AgentProcess.start(bed, NETWORK);
            String one = bed.namespace("one");

            assertThat(bed.cni("ADD", "a", one, CONFIG).output())
                    .contains("\"code\":114,", "up0: it has an address; give that to hd-br first");
        }
    }

    @Test
    void railsHaveRoutesOfTheirOwn() {
        try (CniBed bed = new CniBed()) {
            AgentProcess.start(bed, """
                    {"name": "pods", "blocks": ["10.83.0.0/26"]},
                    {"name": "rail", "blocks": ["10.84.0.0/26"], "default-route": false},
                    {"name": "second", "blocks": ["10.85.0.0/26"]}""");
            String one = bed.namespace("one");
            String two = bed.namespace("two");
            for (String pod : new String[] {one, two}) {
                bed.cni("ADD", pod, pod, CONFIG.replace("vlan", "pods")).orThrow();
                for (int rail = 1; rail <= 8; rail++) {
                    bed.cni("ADD", pod, pod, CONFIG.replace("vlan", "rail"), Map.of("CNI_IFNAME", "net" + rail))
                            .orThrow();
                }
            }

            // Pod two has 10.84.0.8 to 15 on net1 to net8.
            assertThat(CniBed.in(one, "busybox", "ping", "-c", "1", "-W", "5", "-I", "10.84.0.3", "10.84.0.15")
                            .exitCode())
                    .isZero();
            assertThat(CniBed.in(one, "cat", "/sys/class/net/net4/statistics/tx_packets")
                            .output())
                    .isNotEqualTo("0\n");
            assertThat(bed.cni("ADD", one, one, CONFIG.replace("vlan", "second"), Map.of("CNI_IFNAME", "net9"))
                            .output())
                    .contains("\"code\":7,", "has a default route already", "default-route");
            assertThat(CniBed.in(one, "ip", "-o", "link", "show", "net9").exitCode())
                    .isNotZero();
        }
    }

    /** A leaf with the VLAN untagged on the link to the node's up0, and the gateway's addresses. */
    private static String leafOf(CniBed bed) {
        String leaf = bed.namespace("leaf");
        String node = bed.node();
        for (String each : new String[] {
            "ip -n " + node + " link add up0 type veth peer name swp1 netns " + leaf,
            "ip -n " + node + " link set up0 up",
            "ip -n " + leaf + " link add leaf type bridge",
            "ip -n " + leaf + " link set swp1 master leaf up",
            "ip -n " + leaf + " addr add 10.82.0.1/24 dev leaf",
            "ip -n " + leaf + " addr add fd00:82::1/64 dev leaf nodad",
            "ip -n " + leaf + " link set leaf up",
        }) {
            Commands.run(each.split(" ", -1)).orThrow();
        }
        return leaf;
    }

    private static boolean eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }
}
