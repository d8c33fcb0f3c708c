package io.heddle.scenarios.scenario;

import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.design.Numbering;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Optional;

/** The {@code plan} section: what the planner is told besides fabric, design and pods. */
final class PlanSection {

    static final Keys PLAN = Keys.of("links", "pod-network", "pair-mode", "vtep-family", "link-mtu", "node-mtu");

    private static final int LEAST_MTU = 1_280;
    private static final int MOST_MTU = 65_535;

    private PlanSection() {}

    /** The options; {@code ofFabric} is the pair mode of a generated fabric. */
    static PlanOptions read(YamlNode section, Optional<PairMode> ofFabric) {
        YamlMapping given = section.mapping(PLAN);
        PlanOptions usual = PlanOptions.DEFAULT;
        if (given.has("pair-mode") && ofFabric.isPresent()) {
            given.at("pair-mode").wrong("a pair-mode beside a generated fabric", "pair-mode in its generate section");
        }
        Optional<PairMode> written = given.at("pair-mode").oneOf(PairMode.values());
        PlanOptions options = usual.withPairMode(ofFabric.or(() -> written).orElse(usual.pairMode()))
                .withMtu(
                        given.at("link-mtu").integer(LEAST_MTU, MOST_MTU, usual.linkMtu()),
                        given.at("node-mtu").integer(LEAST_MTU, MOST_MTU, usual.nodeMtu()));
        Optional<IpFamily> family = given.at("vtep-family")
                .oneOf(new String[] {"ipv4", "ipv6"})
                .map(each -> each.equals("ipv4") ? IpFamily.IPV4 : IpFamily.IPV6);
        Optional<NetworkName> pods = given.at("pod-network").parse("the name of a network", NetworkName::of);
        Optional<Numbering> links = given.at("links").oneOf(Numbering.values());
        options = family.map(options::withVtepFamily).orElse(options);
        options = pods.map(options::withPodNetwork).orElse(options);
        return links.map(options::withLinks).orElse(options);
    }
}
