package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A scenario that never comes to rest ends, and says who cannot agree about what. Two leafs of a rack each prefer the other's way to a pod: when
 * both hear of it at once neither choice suits both (DISAGREE of Griffin, Shepherd and Wilfong, IEEE/ACM Transactions on Networking 10(2)).
 */
class OscillationTest {

    private static final String SCENARIO = """
            heddle: scenario/1
            name: after-you
            title: Two leafs of a rack each prefer to go by the other
            why: No choice suits both.
            fabric:
              generate:
                kind: clos-2
                racks: 2
                pair-mode: mlag-anycast
                peer-links: 1
                peer-link-speed: 100G
                leaf: nvidia-sn3700/cumulus/default
                uplink-speed: 100G
                spines: 1
                spine: nvidia-sn4600c/cumulus/default
                nodes:
                  - {kind: node, count: 1, attachment: l3, cards: [{name: nic0, ports: 2, speed: 100G}]}
            design:
              name: after-you
              based-on: calico-as-per-server
              policies:
                own-routes: {terms: [{name: own, match: [originated-here]}], otherwise: reject}
                after-you:
                  terms: [{name: pods, match: [{prefix: [10.64.0.0/16 ge 32 le 32]}], set: [{local-pref: 200}]}]
                  otherwise: accept
              sessions:
                - {between: [leaf, spine], over: link, families: [unicast]}
                - {between: [leaf, leaf], over: peer-link, families: [unicast], leaf: {import: after-you}}
                - {between: [node, leaf], over: attachment, families: [unicast], node: {export: own-routes}}
            ipam: {ipv4-pool: 10.64.0.0/16, ipv4-block-length: 26}
            pods: {per-node: 0}
            expect:
              - counts: {leafs: 4}
            drills:
              - name: a pod starts
                events:
                  - {start-pods: node-2-1, first: 10.64.0.70}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int drill(String text, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("after-you.yaml"), text);
        List<String> words = new ArrayList<>(List.of("drill", file.toString(), "--drill", "a pod starts"));
        words.addAll(List.of(more));
        return Main.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @Test
    void routersAndPrefixAreNamedAndTheExitCodeSaysSo() throws IOException {
        assertThat(drill(SCENARIO)).isEqualTo(Command.DOES_NOT_HOLD);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("NO REST +a pod starts: never comes to rest")
                .contains("leaf-2-1, leaf-2-2", "change their mind about 10.64.0.70/32 again and again")
                .contains("no choice of theirs suits all of them");
    }

    @Test
    void programsAreToldToo() throws IOException {
        assertThat(drill(SCENARIO, "--json")).isEqualTo(Command.DOES_NOT_HOLD);
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("\"ending\" : \"oscillating\"");
    }

    @Test
    void withoutThePreferenceItComesToRest() throws IOException {
        assertThat(drill(SCENARIO.replace("{local-pref: 200}", "{local-pref: 100}")))
                .isEqualTo(Command.HOLDS);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("NO REST");
    }
}
