package io.heddle.topology.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Action;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesignReaderTest {

    @Test
    void everyDesignThatComesAlongIsReadAndNamedAsItsFile() {
        assertThat(Designs.names()).hasSizeGreaterThanOrEqualTo(9).allSatisfy(each -> {
            assertThat(Designs.of(each).name()).isEqualTo(each);
            assertThat(Designs.of(each).summary()).isNotBlank();
        });
    }

    @Test
    void aDesignBasedOnAnotherTakesOverWhatItDoesNotGive() {
        Design base = Designs.of("calico-as-per-rack");
        Design read = DesignTexts.read("""
                name: mine
                based-on: calico-as-per-rack
                links: {fabric: numbered, nodes: unnumbered}
                max-paths: 8
                """);
        assertThat(read.links().fabric()).isEqualTo(Numbering.NUMBERED);
        assertThat(read.maxPaths()).isEqualTo(8);
        assertThat(read.sessions()).isEqualTo(base.sessions());
        assertThat(read.asn()).isEqualTo(base.asn());
        assertThat(base.maxPaths()).isEqualTo(64);
    }

    @Test
    void policiesAreReadTermByTerm() {
        Design read = DesignTexts.read("""
                name: mine
                based-on: calico-as-per-server
                policies:
                  tagged:
                    terms:
                      - name: mark
                        match: [{prefix: [10.0.0.0/8 ge 24 le 32, 0.0.0.0/0]}, {family: ipv4-unicast}]
                        set: [{add-community: '65001:7'}, {local-pref: 200}, {prepend: 2}]
                      - {name: loop, match: [{as-path-contains: 65000}], then: reject}
                    otherwise: accept
                sessions:
                  - between: [spine, leaf]
                    over: link
                    families: [unicast]
                    leaf: {import: tagged}
                  - {between: [node, leaf], over: attachment, families: [unicast]}
                """);
        SessionRule rule = read.session(Role.LEAF, Role.SPINE).orElseThrow();
        assertThat(rule.lower()).isEqualTo(Role.LEAF);
        assertThat(rule.upperSide().importPolicy()).isEqualTo(Policy.ACCEPT_ALL);
        Policy tagged = rule.lowerSide().importPolicy();
        assertThat(tagged.acceptOtherwise()).isTrue();
        assertThat(tagged.terms()).hasSize(2);
        assertThat(tagged.terms().getFirst().actions())
                .contains(new Action.SetLocalPref(200), new Action.PrependOwnAs(2));
        assertThat(tagged.terms().getFirst().matches().getFirst())
                .isInstanceOfSatisfying(Match.PrefixIn.class, match -> {
                    assertThat(match.ranges().getFirst().matches(Prefix.parse("10.1.2.0/24")))
                            .isTrue();
                    assertThat(match.ranges().getFirst().matches(Prefix.parse("10.1.0.0/16")))
                            .isFalse();
                    assertThat(match.ranges().getLast().matches(Prefix.parse("10.1.0.0/16")))
                            .isFalse();
                });
        assertThat(tagged.terms().getLast().accept()).isFalse();
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        assertThat(DesignTexts.problems("""
                        name: mine
                        based-on: calico-as-per-sever
                        underlay: bridge
                        sessions:
                          - between: [leaf]
                            over: link
                            families: [unicast]
                          - between: [leaf, spine]
                            over: wire
                            families: [evpn]
                            leaf: {import: nothing-known}
                        """))
                .anySatisfy(each -> assertThat(each).startsWith("test.yaml:2:").contains("calico-as-per-server"))
                .anySatisfy(each -> assertThat(each).startsWith("test.yaml:3:").contains("bridged"))
                .anySatisfy(each -> assertThat(each).startsWith("test.yaml:5:").contains("two roles"))
                .anySatisfy(each -> assertThat(each).startsWith("test.yaml:9:").contains("peer-link"))
                .anySatisfy(each -> assertThat(each).startsWith("test.yaml:11:").contains("accept-all"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evpn-l2              | underlay: bridged                                                    | underlay",
                "node-blocks          | networks: stretched                                                  | per-rack",
                "node-blocks          | 'overlay: {evpn: false, irb: symmetric}'                             | IRB without EVPN",
                "node-blocks          | 'pods: {visibility: routed, routes: hosts, announcer: leaf}'         | routes: blocks",
                "node-blocks          | 'pods: {visibility: routed, routes: hosts, announcer: node}'         | no AS",
                "evpn-l2              | 'pods: {visibility: routed, routes: hosts, announcer: controller}'   | under an overlay",
                "calico-as-per-server | 'asn: {leafs: per-leaf, nodes: none}'                                | both or neither",
                "evpn-l2              | 'overlay: {evpn: false}'                                             | overlay.evpn",
            })
    void partsThatDoNotGoTogetherAreRefused(String base, String change, String reason) {
        List<String> problems = DesignTexts.problems("name: mine\nbased-on: " + base + "\n" + change + "\n");
        assertThat(problems).anyMatch(each -> each.contains(reason));
    }

    @Test
    void aFileNamesItsFormat() {
        var problems = new io.heddle.topology.yaml.Problems();
        var text = "name: mine\nbased-on: evpn-l2\n";
        assertThat(Designs.reader()
                        .readFile(io.heddle.topology.yaml.YamlDocument.read("d.yaml", text, List.of(), problems)))
                .isEmpty();
        assertThat(problems.toString()).contains("heddle: design/1");
    }
}
