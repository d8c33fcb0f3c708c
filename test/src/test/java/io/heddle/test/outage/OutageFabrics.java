package io.heddle.test.outage;

import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.SessionRule;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.yaml.Problems;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What is broken: the scenario files beside this class. */
final class OutageFabrics {

    private OutageFabrics() {}

    /**
     * Two racks with two spines and two nodes each: of two leafs, with a routed link from every node to each of its leafs; or bridged, of
     * one leaf. Where nothing is watched, the design's BFD is left out.
     */
    static Plan plan(Ground ground) throws URISyntaxException {
        return switch (ground) {
            case PLAIN -> plan("routed.yaml", false);
            case WATCHED -> plan("routed.yaml", true);
            case BRIDGED -> plan("bridged.yaml", false);
        };
    }

    private static Plan plan(String name, boolean bfd) throws URISyntaxException {
        URL file = Objects.requireNonNull(OutageFabrics.class.getResource(name));
        Problems problems = new Problems();
        ScenarioCase only = ScenarioReader.read(Path.of(file.toURI()), List.of(), problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.toString()))
                .cases()
                .getFirst();
        return FabricSource.fabric(only.fabric(), only.devices())
                .then(fabric -> Planner.plan(
                        fabric, design(only.design().orElseThrow(), bfd), only.ipam(), only.pods(), only.options()))
                .orThrow();
    }

    private static Design design(Design told, boolean bfd) {
        List<SessionRule> sessions = told.sessions().stream()
                .map(each -> new SessionRule(
                        each.lower(),
                        each.upper(),
                        each.over(),
                        each.families(),
                        each.lowerSide(),
                        each.upperSide(),
                        bfd && each.bfd()))
                .toList();
        return new Design(
                told.name(),
                told.summary(),
                told.underlay(),
                told.links(),
                told.overlay(),
                told.networks(),
                told.pods(),
                told.asn(),
                sessions,
                told.originations(),
                told.maxPaths(),
                told.multipathRelax());
    }
}
