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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contradicts itself is refused with both claimants, by the commands that compute and by the one that writes. */
class ConflictsTest {

    private static final String GOOD = """
            heddle: scenario/1
            name: tenants
            title: Two racks, two tenants
            why: One thing of it is turned into a contradiction at a time.
            fabric:
              vrfs: [{name: red, l3vni: 5001}, {name: blue, l3vni: 5002}]
              networks:
                - {name: pods, vlan: 100, subnets: [10.1.0.0/24], vni: 10100, vrf: red}
                - {name: data, vlan: 200, subnets: [10.2.0.0/24], vni: 10200, vrf: blue}
              generate:
                kind: clos-2
                racks: 2
                pair-mode: mlag-anycast
                leaf: dell-s5248f/sonic/default
                uplink-speed: 100G
                peer-links: 2
                peer-link-speed: 100G
                spines: 2
                spine: dell-s5232f/sonic/default
                nodes:
                  - kind: node
                    count: 1
                    cards: [{name: nic0, ports: 2, speed: 25G}]
                    bonds: [{name: bond0, members: [nic0.1, nic0.2], networks: [pods, data]}]
            design: evpn-l2-bridged-pods
            ipam: {ipv4-pool: 10.1.0.128/25, ipv4-block-length: 28}
            pods:
              per-node: 2
              listed:
                - {node: node-1-1, ipv4: 10.1.0.100, mac: "02:00:00:00:00:01"}
                - {node: node-2-1, ipv4: 10.1.0.101, mac: "02:00:00:00:00:02"}
            expect:
              - counts: {pods: 6}
            """;

    @TempDir
    private Path folder;

    private record Said(int exitCode, String out, String err) {}

    private Said run(String text, String... words) throws IOException {
        Path file = Files.writeString(folder.resolve("tenants.yaml"), text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(words));
        all.add(1, file.toString());
        int exitCode = Main.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatDoesNotContradictItselfIsWritten() throws IOException {
        Said simulated = run(GOOD, "simulate");
        assertThat(simulated.err()).isEmpty();
        assertThat(simulated.exitCode()).isEqualTo(Command.HOLDS);
        Path out = folder.resolve("out");
        assertThat(run(GOOD, "render", "--out", out.toString()).exitCode()).isEqualTo(Command.HOLDS);
        assertThat(out.resolve("leaf-1-1")).isDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    00:00:00:02 | 00:00:00:01       | MAC 02:00:00:00:00:01 on VLAN 100: found behind node-1-1 and behind node-2-1
                    02:00:00:00:00:02 | 0a:58:0a:01:00:80 | MAC 0a:58:0a:01:00:80 on VLAN 100: found behind node-1-1 and behind node-2-1
                    10.1.0.101  | 10.1.0.3          | address 10.1.0.3 on VLAN 100: found 02:00:00:00:00:02 behind node-2-1 and 02:48:00:00:00:00 behind node-1-1
                    10.1.0.101  | 10.1.0.100        | the address 10.1.0.100 again, expected each pod address once (it is first used at
                    10.1.0.101  | 10.1.0.129        | address 10.1.0.129: found pod '?' on node-2-1 and a generated pod on node-1-1
                    l3vni: 5002 | l3vni: 5001       | VNI '5001' again, expected each VNI once (the first is in line 6)
                    vni: 10200  | vni: 10100        | VNI '10100' again, expected each VNI once (the first is in line 8)
                    vni: 10200  | vni: 5001         | VNI '5001' again, expected each VNI once (the first is in line 6)
                    """)
    void aContradictionIsRefusedWithBothClaimants(String part, String wrong, String reason) throws IOException {
        assertThat(GOOD).contains(part);
        assertRefused(GOOD.replace(part, wrong), reason);
    }

    @Test
    void thePodsOfARackDoNotTakeItsGateway() throws IOException {
        assertRefused(
                symmetric(GOOD).replace("10.1.0.100", "10.1.0.14"),
                "address 10.1.0.14 on VLAN 2: found 02:00:00:00:00:01 behind node-1-1 and 02:48:47:00:00:01 behind leaf-1-1");
    }

    @Test
    void vnisThatAreGivenAndDerivedAreBothNamed() throws IOException {
        assertRefused(symmetric(GOOD).replace(", l3vni: 5001", "").replace("5002", "50001"), "VNI 50001: found VRF");
    }

    /** Each rack has a VLAN of its own, so its MACs meet nobody there. */
    @Test
    void oneMacInTwoVlansIsNoContradiction() throws IOException {
        Said said = run(symmetric(GOOD).replace("00:00:00:02", "00:00:00:01"), "simulate");
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isEqualTo(Command.HOLDS);
    }

    private static String symmetric(String text) {
        return text.replace("evpn-l2-bridged-pods", "evpn-symmetric-bridged-pods")
                .replace("10.1.0.128/25", "10.1.0.0/24");
    }

    private void assertRefused(String text, String reason) throws IOException {
        String out = folder.resolve("out").toString();
        for (Said each : List.of(
                run(text, "simulate"),
                run(text, "render", "--out", out),
                run(text, "render", "--out", out, "--check"),
                run(text, "render", "--out", out, "--force"))) {
            assertThat(each.err()).contains(reason);
            assertThat(each.exitCode()).isEqualTo(Command.BAD_INPUT);
            assertThat(each.out()).isEmpty();
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
