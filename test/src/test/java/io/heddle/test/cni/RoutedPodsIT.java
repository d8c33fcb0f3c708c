package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.test.cni.Commands.Ended;
import org.junit.jupiter.api.Test;

/** Pods by host routes, made by the binary and the agent in real namespaces. */
class RoutedPodsIT {

    private static final String CONFIG = """
            {"cniVersion": "1.0.0", "name": "pods", "type": "heddle-cni"}""";
    private static final String NETWORK = """
            {"name": "pods", "blocks": ["10.77.0.0/26", "fd00:77::/80"], "mtu": 9000}""";

    @Test
    void twoPodsReachEachOtherTheirGatewayAndTheNode() {
        try (CniBed bed = new CniBed()) {
            AgentProcess.start(bed, NETWORK);
            String one = bed.namespace("one");
            String two = bed.namespace("two");

            assertThat(bed.cni("ADD", "a", one, CONFIG).orThrow().output())
                    .contains("\"address\":\"10.77.0.0/32\"", "\"address\":\"fd00:77::1/128\"", "/run/netns/" + one);
            bed.cni("ADD", "b", two, CONFIG).orThrow();

            assertThat(CniBed.pings(one, "10.77.0.1")).isTrue();
            assertThat(CniBed.pings(one, "fd00:77::2")).isTrue();
            assertThat(CniBed.pings(two, "169.254.1.1")).isTrue();
            assertThat(CniBed.pings(bed.node(), "10.77.0.0")).isTrue();
            assertThat(CniBed.pings(one, CniBed.NODE_ADDRESS)).isTrue();
            assertThat(bed.inNode("ip", "route", "show", "proto", "72").output())
                    .hasLineCount(2);
            assertThat(CniBed.in(one, "cat", "/sys/class/net/eth0/mtu").output())
                    .isEqualTo("9000\n");
        }
    }

    @Test
    void addressesSurviveKillNineAndADeadPodIsFound() {
        try (CniBed bed = new CniBed()) {
            AgentProcess agent = AgentProcess.start(bed, NETWORK);
            String one = bed.namespace("one");
            String two = bed.namespace("two");
            String three = bed.namespace("three");
            bed.cni("ADD", "a", one, CONFIG).orThrow();
            bed.cni("ADD", "b", two, CONFIG).orThrow();

            agent.kill();
            Ended away = bed.cni("ADD", "c", three, CONFIG);
            assertThat(away.exitCode()).isEqualTo(1);
            assertThat(away.output()).contains("\"cniVersion\":\"1.0.0\"", "\"code\":11,");
            assertThat(CniBed.pings(one, "10.77.0.1")).isTrue();
            bed.deleteNamespace("two");
            agent.restart();

            assertThat(agent.log()).contains("\"attachment\":\"b/eth0\"").contains("\"allocations\":\"1\"");
            assertThat(bed.cni("ADD", "c", three, CONFIG).orThrow().output()).contains("10.77.0.2/32");
            assertThat(CniBed.pings(one, "10.77.0.2")).isTrue();
        }
    }

    @Test
    void addAddDelDelLeavesNothing() {
        try (CniBed bed = new CniBed()) {
            AgentProcess.start(bed, NETWORK);
            String one = bed.namespace("one");

            bed.cni("ADD", "a", one, CONFIG).orThrow();
            assertThat(bed.cni("ADD", "a", one, CONFIG).output()).contains("\"code\":112,");
            assertThat(bed.cni("DEL", "a", one, CONFIG).orThrow().output()).isEmpty();
            assertThat(bed.cni("DEL", "a", "", CONFIG).orThrow().output()).isEmpty();

            assertThat(bed.inNode("ip", "-o", "link").output()).hasLineCount(1);
            assertThat(bed.inNode("ip", "route", "show", "proto", "72").output())
                    .isEmpty();
            assertThat(CniBed.in(one, "ip", "-o", "link").output()).hasLineCount(1);
        }
    }
}
