package io.heddle.scenarios.scenario;

import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.expect.ExpectationReader;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.script.ScriptReader;
import io.heddle.simulator.event.NamedPace;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.design.Design;
import io.heddle.topology.file.FabricReader;
import io.heddle.topology.file.IpamReader;
import io.heddle.topology.file.PodReader;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.PodSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the sections that make up one case. */
final class CaseReader {

    static final Keys CAPACITY = Keys.required("grows", "to").optional("from");

    private static final int LARGEST = 1_000_000;
    private static final int MOST_CONTROLLERS = 9;

    /** What a case is called and what it sets. */
    record Title(String name, String why, List<String> changes, List<Expectation> own) {}

    private final NamedFiles files;

    CaseReader(NamedFiles files) {
        this.files = files;
    }

    /** The case of a scenario's mapping in which its values are already set. */
    Optional<ScenarioCase> read(YamlMapping given, String scenario, Title title) {
        DeviceCatalogue devices = DeviceSection.read(given.at("devices"), files);
        Optional<Design> design = DesignSection.read(given.at("design"));
        Optional<FabricSpec> fabric = FabricReader.of(devices).readSection(given.at("fabric"), scenario);
        IpamSpec ipam = IpamReader.read(given.at("ipam"), () -> FabricSection.namesOfPodNodes(fabric, devices));
        if (!ipam.masquerades().isEmpty()) {
            design.filter(each -> each.pods().visibility() == PodVisibility.BRIDGED)
                    .ifPresent(
                            each -> given.at("ipam")
                                    .peek("masquerade")
                                    .wrong(
                                            "masquerade where design " + each.name() + " bridges pods",
                                            "a design whose nodes route their pods: bridged packets do not pass a node's routing"));
        }
        PodSpec pods = new PodReader(files.files(), Known.<DeviceName>anything()).read(given.at("pods"));
        Failures failures = given.at("failures").oneOf(Failures.values()).orElse(Failures.REPRESENTATIVE);
        Optional<CapacityQuestion> capacity = capacity(given.at("capacity"));
        List<Expectation> expectations = new ArrayList<>(ExpectationReader.read(given.at("expect")));
        expectations.addAll(title.own());
        int controllers = given.at("controllers").integer(0, MOST_CONTROLLERS, 0);
        NamedPace pace = given.at("pace").oneOf(NamedPace.values()).orElse(NamedPace.ASSUMED);
        List<Script> drills = ScriptReader.read(given.at("drills"));
        if (!drills.isEmpty() && !given.has("design")) {
            given.at("drills").wrong("drills without a design", "the key 'design' beside it");
        }
        if (fabric.isEmpty()) {
            return Optional.empty();
        }
        if (capacity.isPresent() && !given.has("design")) {
            given.at("capacity").wrong("a capacity search without a design", "the key 'design' beside it");
        }
        PlanOptions options = PlanSection.read(given.at("plan"), FabricSection.pairMode(fabric.get()));
        PodReader.checkTotal(given.at("pods"), pods, FabricSection.podNodes(fabric.get()));
        return Optional.of(new ScenarioCase(
                title.name(),
                title.why(),
                title.changes(),
                fabric.get(),
                design,
                ipam,
                pods,
                options,
                devices,
                failures,
                capacity,
                expectations,
                controllers,
                pace,
                drills));
    }

    private static Optional<CapacityQuestion> capacity(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        YamlMapping given = node.mapping(CAPACITY);
        Optional<Growth> grows = given.at("grows").oneOf(Growth.values());
        int from = given.at("from").integer(1, LARGEST, 1);
        int to = given.at("to").integer(from, LARGEST, LARGEST);
        return grows.map(each -> new CapacityQuestion(each, from, to));
    }
}
