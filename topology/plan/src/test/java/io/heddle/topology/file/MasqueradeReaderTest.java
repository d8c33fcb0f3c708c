package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Masquerade;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Problem;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MasqueradeReaderTest {

    private static final DeviceName N1 = DeviceName.of("n-1");
    private static final DeviceName N2 = DeviceName.of("n-2");

    private final Problems problems = new Problems();

    private IpamSpec read(String rules) {
        YamlNode root = YamlDocument.read("s.yaml", "ipam:\n  masquerade:\n" + rules, List.of(), problems);
        return IpamReader.read(root.mapping(Keys.of("ipam")).at("ipam"), () -> Known.of("node", Set.of(N1, N2)));
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aNodeHasItsOwnRuleOrElseThatOfAll() {
        IpamSpec ipam =
                read("    - {except: [10.64.0.0/16]}\n    - {nodes: [n-2], except: [], from: [10.64.0.0/16]}\n");
        assertThat(said()).isEmpty();
        assertThat(ipam.masquerade(N1)).contains(new Masquerade(List.of(), List.of(Prefix.parse("10.64.0.0/16"))));
        assertThat(ipam.masquerade(N2)).contains(new Masquerade(List.of(Prefix.parse("10.64.0.0/16")), List.of()));
    }

    @Test
    void whereOnlySomeAreNamedTheOthersLeaveAddressesAlone() {
        IpamSpec ipam = read("    - {nodes: [n-2], except: []}\n");
        assertThat(ipam.masquerade(N1)).isEmpty();
        assertThat(ipam.masquerade(N2)).isPresent();
    }

    @Test
    void aRangeNamesSeveralNodes() {
        IpamSpec ipam = read("    - {nodes: [n-(1-2)], except: []}\n");
        assertThat(said()).isEmpty();
        assertThat(ipam.masquerade(N1)).isPresent();
        assertThat(ipam.masquerade(N2)).isPresent();
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        read("""
                    - {except: [10.64.0.0/16]}
                    - {except: [10.64.0.1/16]}
                    - {nodes: [n-3, n-1, n-1], except: []}
                    - {nodes: [], except: [], from: []}
                    - {nodes: [n-2]}
                """);
        assertThat(said())
                .anySatisfy(
                        each -> assertThat(each).contains("s.yaml:4:7", "another rule without the key 'nodes'", "3:7"))
                .anySatisfy(each -> assertThat(each).contains("s.yaml:4:", "host bits"))
                .anySatisfy(each -> assertThat(each).contains("s.yaml:5:16", "unknown node 'n-3'"))
                .anySatisfy(each -> assertThat(each).contains("s.yaml:5:", "node n-1 again"))
                .anySatisfy(each -> assertThat(each).contains("s.yaml:6:", "no node"))
                .anySatisfy(each -> assertThat(each).contains("s.yaml:6:", "no prefix"))
                .anySatisfy(each -> assertThat(each).contains("s.yaml:7:", "no key 'except'"));
    }

    @Test
    void aRuleRewritesWhatItTakesAndDoesNotExcept() {
        Masquerade rule = new Masquerade(
                List.of(Prefix.parse("10.64.0.0/16")), List.of(Prefix.parse("10.64.0.0/15"), Prefix.parse("fd00::/8")));
        assertThat(rule.rewrites(at("10.64.0.1"), at("10.66.0.1"))).isTrue();
        assertThat(rule.rewrites(at("10.64.0.1"), at("10.65.255.255"))).isFalse();
        assertThat(rule.rewrites(at("10.65.0.1"), at("10.66.0.1"))).isFalse();
        assertThat(rule.rewrites(at("10.64.0.1"), at("2001:db8::1"))).isFalse();
    }

    private static IpAddress at(String text) {
        return IpAddress.parse(text);
    }
}
