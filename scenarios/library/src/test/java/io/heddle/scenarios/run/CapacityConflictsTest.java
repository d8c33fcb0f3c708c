package io.heddle.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A size at which a plan contradicts itself is not one that fits. */
class CapacityConflictsTest {

    /** Planned MACs follow the nodes: the fourth rack's node comes to have that of the listed pod. */
    private static final String GROWS_INTO_A_MAC = """
            heddle: scenario/1
            name: grown
            title: racks grow until a node is planned to have the MAC of a pod
            why: bridged pods share the nodes' network
            fabric:
              networks:
                - {name: nodes, vlan: 100, subnets: [10.10.0.0/16], vni: 10100}
              generate:
                kind: clos-2
                racks: 2
                pair-mode: single
                leaf: unlimited/any/test
                uplink-speed: 100G
                spines: 1
                spine: unlimited/any/test
                nodes:
                  - kind: node
                    count: 1
                    cards: [{name: nic0, ports: 1, speed: 25G}]
                    bonds: [{name: bond0, members: [nic0.1], networks: [nodes]}]
            design: evpn-l2-bridged-pods
            pods:
              per-node: 1
              listed: [{name: default/web, node: node-1-1, ipv4: 10.10.0.8, mac: "02:48:00:00:03:00"}]
            failures: none
            capacity: {grows: racks, from: 2, to: 6}
            expect:
              - capacity: {largest: 3}
            """;

    @Test
    void itGrowsUntilThePlanContradictsItselfAndNamesBothClaimants() {
        Problems problems = new Problems();
        Scenario scenario = ScenarioReader.read(
                        "grown",
                        GROWS_INTO_A_MAC.getBytes(StandardCharsets.UTF_8),
                        SourceFiles.none(),
                        List.of(),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));

        CapacityCurve curve =
                Runner.run(scenario.cases().getFirst()).orThrow().capacity().orElseThrow();

        assertThat(curve.largest()).isEqualTo(3);
        assertThat(curve.stop())
                .isEqualTo(
                        new Stop.CannotBuild(
                                List.of(
                                        "MAC 02:48:00:00:03:00 on VLAN 100: found behind node-1-1 and behind node-4-1, expected one place")));
    }
}
