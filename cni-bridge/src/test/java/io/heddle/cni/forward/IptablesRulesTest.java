package io.heddle.cni.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IptablesRulesTest {

    @Test
    void anAcceptingChainIsNoTrap() {
        assertThat(IptablesRules.findings("iptables", "-P FORWARD ACCEPT\n-A FORWARD -j DOCKER-USER\n"))
                .isEmpty();
    }

    @Test
    void aDroppingChainIsOneUnlessPodsAreAcceptedBothWays() {
        String from = "-A FORWARD -i hdl+ -m comment --comment \"heddle pods\" -j ACCEPT\n";
        String to = "-A FORWARD -o hdl+ -j ACCEPT\n";

        assertThat(IptablesRules.findings("iptables", "-P FORWARD DROP\n")).hasSize(1);
        assertThat(IptablesRules.findings("iptables", "-P FORWARD DROP\n" + from))
                .hasSize(1);
        assertThat(IptablesRules.findings("iptables", "-P FORWARD DROP\n" + from + to))
                .isEmpty();
    }

    @Test
    void theIsolationRuleIsOneUnlessPodsAreAcceptedBeforeIt() {
        String isolation = "-A FORWARD -i docker0 ! -o docker0 -j DROP\n";
        String to = "-A FORWARD -o hdl+ -j ACCEPT\n";

        assertThat(IptablesRules.findings("ip6tables", isolation))
                .singleElement()
                .asString()
                .contains("isolation", "ip6tables -I FORWARD");
        assertThat(IptablesRules.findings("iptables", isolation + to)).hasSize(1);
        assertThat(IptablesRules.findings("iptables", to + isolation)).isEmpty();
    }

    @Test
    void ofNftablesTheChainsThatDropAreFoundButNotThoseOfIptables() throws Exception {
        String chains = """
                {"nftables": [{"metainfo": {"version": "1"}}, {"chain": {"family": "ip", "table": "filter", "name": "FORWARD", "hook": "forward", "policy": "drop"}},
                 {"chain": {"family": "inet", "table": "own", "name": "mine", "hook": "forward", "policy": "drop"}},
                 {"chain": {"family": "inet", "table": "own", "name": "in", "hook": "input", "policy": "drop"}},
                 {"chain": {"family": "inet", "table": "own", "name": "open", "hook": "forward", "policy": "accept"}}]}""";

        assertThat(NftablesChains.findings(chains)).singleElement().asString().contains("inet own mine is drop");
    }
}
