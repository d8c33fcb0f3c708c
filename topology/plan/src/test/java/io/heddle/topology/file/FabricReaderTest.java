package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Problem;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FabricReaderTest {

    private final Problems problems = new Problems();

    private Optional<FabricSpec> read(String text, String... settings) {
        List<Setting> set = Stream.of(settings).map(Setting::parse).toList();
        return new FabricReader(Known.anything()).read(YamlDocument.read("f.yaml", text, set, problems));
    }

    private static final String CLOS = """
            heddle: fabric/1
            name: f
            generate:
              kind: clos-2
              racks: 4
              pair-mode: single
              leaf: a/b/c
              uplink-speed: 100G
              spines: 2
              spine: a/b/c
              nodes:
                - {kind: compute, count: 4, cards: [{name: nic0, ports: 1, speed: 25G}]}
            """;

    @Test
    void settingsChangeTheFabric() {
        var clos = (GeneratorSpec.Clos)
                ((FabricSpec.Generated) read(CLOS, "generate.racks=40", "generate.nodes[0].count=7", "name=other")
                                .orElseThrow())
                        .generator();
        assertThat(clos.racks()).isEqualTo(40);
        assertThat(clos.nodes().getFirst().count()).isEqualTo(7);
        assertThat(clos.name()).isEqualTo("other");
    }

    @Test
    void aWrongSettingIsNamed() {
        assertThat(read(CLOS, "generate.racks=0", "generate.rakcs=3")).isEmpty();
        assertThat(problems.list().stream().map(Problem::toString))
                .containsExactly(
                        "--set generate.racks=0:1:1: generate.racks: found '0', expected a whole number from 1 to 10000",
                        "--set generate.rakcs=3:1:1: generate: found unknown key 'rakcs', expected one of "
                                + ClosReader.TWO_TIERS + " (did you mean 'racks'?)");
    }

    @Test
    void mistakesOfAllSectionsComeTogether() {
        assertThat(read("""
                heddle: fabric/1
                name: f
                racks: [r1, r1]
                networks:
                  - {name: a, vlan: 4095}
                switches:
                  - {name: leaf-1, role: lief, device: a/b/c, ports: [{name: e1, speed: 25gig}]}
                nodes:
                  - name: n1
                    rack: r2
                    cards: [{name: nic0, ports: [{name: p1, speed: 25G}]}]
                    bonds: [{name: b, members: [p2], networks: [x]}]
                links:
                  - leaf-1:e1 -- n1:p1
                  - leaf-1:e1 -- n1:p9
                """)).isEmpty();
        assertThat(problems.list().stream().map(Problem::line)).containsExactly(3, 5, 7, 7, 10, 12, 12, 15);
    }

    @Test
    void theExampleOfAPairModeWithoutPeerLinkSpeedIsRefused() {
        assertThat(read("""
                heddle: fabric/1
                name: f
                generate:
                  kind: rack-pair
                  leaf: a/b/c
                  pair-mode: mlag-anycast
                  nodes: []
                """)).isEmpty();
        assertThat(problems.toString())
                .contains("f.yaml:4:3: generate: found no key 'peer-link-speed', expected one for the 2 peer links");
    }

    @Test
    void aFileOfAHundredThousandMistakesIsAnsweredSoon() {
        StringBuilder text = new StringBuilder("heddle: fabric/1\nname: f\nswitches: []\nlinks:\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("  - leaf-").append(i).append(":e1 -- node-").append(i).append(":e1\n");
        }
        assertThat(read(text.toString())).isEmpty();
        assertThat(problems.list()).hasSize(100);
    }

    @Test
    void aDocumentWithProblemsOfItsOwnGivesNoFabric() {
        assertThat(read(CLOS + "name: twice\n")).isEmpty();
        assertThat(problems.count()).isEqualTo(1);
    }
}
