package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node as Docker leaves it: chain FORWARD drops. */
class ForwardingTrapIT {

    private static final String CONFIG = """
            {"cniVersion": "1.1.0", "name": "pods", "type": "heddle-cni"}""";
    private static final String NETWORK = """
            {"name": "pods", "blocks": ["10.81.0.0/26"]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iptables -P FORWARD DROP | policy of chain FORWARD is DROP",
                "iptables -A FORWARD -i docker0 ! -o docker0 -j DROP | Docker's isolation rule",
                "nft add table inet own; nft add chain inet own mine '{ type filter hook forward priority 0; policy drop; }' | inet own mine is drop",
            })
    void theTrapIsSaidInStatusAndLogWithItsCure(String trap, String finding) {
        try (CniBed bed = new CniBed()) {
            assumeTrue(Commands.has("iptables") && Commands.has("nft"), "iptables or nftables is not installed");
            bed.inNode("sh", "-c", trap).orThrow();
            AgentProcess agent = AgentProcess.start(bed, NETWORK);
            String pod = bed.namespace("pod");

            assertThat(bed.cni("STATUS", "c", pod, CONFIG).output()).contains("\"code\":51,", finding, "run '");
            assertThat(agent.log()).contains("forwarding-trap", finding);
        }
    }

    @Test
    void toldToAcceptItAcceptsItsPodsAndNobodyElse() {
        try (CniBed bed = new CniBed()) {
            assumeTrue(Commands.has("iptables"), "iptables is not installed");
            String one = bed.namespace("one");
            String two = bed.namespace("two");
            bed.inNode("iptables", "-P", "FORWARD", "DROP").orThrow();
            AgentProcess trapped = AgentProcess.start(bed, NETWORK);
            bed.cni("ADD", "a", one, CONFIG).orThrow();
            bed.cni("ADD", "b", two, CONFIG).orThrow();
            assertThat(CniBed.in(one, "busybox", "ping", "-c", "1", "-W", "1", "10.81.0.1")
                            .exitCode())
                    .isNotZero();
            trapped.kill();

            AgentProcess.start(bed, NETWORK, "\"accept-forward\": true");

            assertThat(CniBed.pings(one, "10.81.0.1")).isTrue();
            assertThat(bed.cni("STATUS", "c", one, CONFIG).orThrow().output()).isEmpty();
            assertThat(bed.inNode("iptables", "-S", "FORWARD").output().lines())
                    .hasSize(3)
                    .contains("-P FORWARD DROP");
        }
    }
}
