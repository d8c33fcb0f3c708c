package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.file.FabricReader;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.LossStudy;
import io.heddle.topology.loss.Reading;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference rack as a person writes it, with the ports of the real devices. */
class ReferenceRackTest {

    private static final DeviceCatalogue CATALOGUE = DeviceCatalogue.builtIn();

    private static final String RACK = """
            heddle: fabric/1
            name: reference-rack
            networks:
              - {name: oob, vlan: 10, subnets: [10.10.0.0/24], out-of-band: true}
              - {name: internal, vlan: 100, subnets: [10.100.0.0/24], provisioning: true}
              - {name: external, vlan: 200, subnets: [10.200.0.0/24]}
              - {name: storage, vlan: 300, subnets: [10.30.0.0/24]}
            generate:
              kind: rack-pair
              leaf: dell-s5248f/os10/default
              pair-mode: mlag-anycast
              peer-links: 2
              peer-link-speed: 40G
              out-of-band: dell-s3048/os10/default
              nodes:
                - kind: cloud
                  count: 14
                  cards:
                    - {name: nic0, ports: 2, speed: 25G}
                    - {name: idrac, ports: 1, speed: 1G, out-of-band: true}
                  bonds:
                    - name: bond0
                      members: [nic0.1, nic0.2]
                      lacp: {rate: fast, fallback: true}
                      networks: [external, storage]
                      native: internal
            """;

    private static Fabric rack(String text) {
        Problems problems = new Problems();
        GeneratorSpec spec = FabricReader.of(CATALOGUE)
                .read(YamlDocument.read("rack.yaml", text, List.of(), problems))
                .map(FabricSpec.Generated.class::cast)
                .map(FabricSpec.Generated::generator)
                .orElseThrow(() -> new AssertionError(problems));
        return new FabricGenerator(PortLists.of(CATALOGUE)).generate(spec).orThrow();
    }

    @Test
    void itsStructureIsRight() {
        assertThat(StructuralChecks.check(rack(RACK), CATALOGUE::find)).isEmpty();
        assertThat(StructuralChecks.flatLayer2(rack(RACK))).isEmpty();
    }

    @Test
    void withoutLacpFallbackItsNodesDoNotBootOverTheirBonds() {
        List<Finding> findings =
                StructuralChecks.check(rack(RACK.replace("fallback: true", "fallback: false")), CATALOGUE::find);
        assertThat(findings).singleElement().satisfies(each -> {
            assertThat(each.rule()).isEqualTo(Rule.PXE_FALLBACK);
            assertThat(each.subjects()).hasSize(14);
        });
    }

    @Test
    void itSurvivesASwitchAPortAndACableButNotACardAndManagementHangsOnOneSwitch() {
        LossReport report = LossStudy.study(rack(RACK));
        assertThat(report.verdict(Reading.SWITCH, false).resilient()).isTrue();
        assertThat(report.verdict(Reading.NODE_PORT, false).resilient()).isTrue();
        assertThat(report.verdict(Reading.CABLE, false).resilient()).isTrue();
        assertThat(report.verdict(Reading.CARD, false).offenders()).hasSize(14);
        assertThat(report.verdict(Reading.SWITCH, true).offenders())
                .singleElement()
                .satisfies(each -> assertThat(each.part()).hasToString("switch oob-1"));
    }
}
