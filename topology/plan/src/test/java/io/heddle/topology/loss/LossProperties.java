package io.heddle.topology.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.fixture.RandomFabric;
import io.heddle.topology.graph.NetworkView;
import io.heddle.topology.graph.NetworkViews;
import io.heddle.topology.graph.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LossProperties {

    @Property(tries = 400)
    void theStudyFindsWhatBruteForceFinds(@ForAll long seed) {
        Fabric fabric = RandomFabric.of(seed);
        Map<Part, Impact> impacts =
                LossStudy.study(fabric).impacts().stream().collect(Collectors.toMap(Impact::part, each -> each));
        for (NetworkView view : NetworkViews.of(fabric)) {
            for (Scope scope : view.scopes()) {
                BruteForceLoss brute = bruteForce(fabric, scope);
                parts(fabric).forEach((part, outage) -> assertThat(victims(impacts, part, scope))
                        .as("%s lost in %s", part, scope)
                        .isEqualTo(brute.victims(outage)));
            }
        }
    }

    private static BruteForceLoss bruteForce(Fabric fabric, Scope scope) {
        return switch (scope) {
            case Scope.OneNetwork one -> {
                Network network = fabric.networks().stream()
                        .filter(each -> each.name().equals(one.name()))
                        .findFirst()
                        .orElseThrow();
                yield new BruteForceLoss(fabric, network.name(), network.outOfBand(), network.provisioning());
            }
            case Scope.RoutedFabric routed -> new BruteForceLoss(fabric);
        };
    }

    private static List<Victim> victims(Map<Part, Impact> impacts, Part part, Scope scope) {
        return Optional.ofNullable(impacts.get(part)).map(Impact::losses).orElse(List.of()).stream()
                .filter(loss -> loss.scopes().contains(scope))
                .findFirst()
                .map(ScopeLoss::victims)
                .orElse(List.of());
    }

    private static Map<Part, Outage> parts(Fabric fabric) {
        Map<Part, Outage> parts = new LinkedHashMap<>();
        fabric.switches().forEach(each -> {
            parts.put(new Part.OfSwitch(each.name()), Outage.of(each.name()));
            each.ports().forEach(port -> {
                PortRef ref = new PortRef(each.name(), port.name());
                parts.put(new Part.OfSwitchPort(ref), cut(fabric, Set.of(ref)));
            });
        });
        fabric.nodes().forEach(node -> node.cards().forEach(card -> {
            parts.put(new Part.OfCard(node.name(), card.name()), cut(fabric, ports(node.name(), card)));
            card.ports()
                    .forEach(port -> parts.put(
                            new Part.OfNodePort(node.name(), port.name()),
                            cut(fabric, Set.of(new PortRef(node.name(), port.name())))));
        }));
        fabric.links().forEach(each -> parts.put(new Part.OfCable(each), Outage.of(each)));
        return parts;
    }

    private static Set<PortRef> ports(DeviceName node, Card card) {
        return card.ports().stream()
                .map(Port::name)
                .map(each -> new PortRef(node, each))
                .collect(Collectors.toSet());
    }

    private static Outage cut(Fabric fabric, Set<PortRef> ports) {
        Set<Link> links = fabric.links().stream()
                .filter(each -> ports.contains(each.a()) || ports.contains(each.b()))
                .collect(Collectors.toSet());
        return new Outage(Set.of(), links);
    }
}
