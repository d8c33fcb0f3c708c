package io.heddle.topology.loss;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.Prefix;
import io.heddle.topology.graph.NetworkView;
import io.heddle.topology.graph.NetworkViews;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes away every switch, card, port and cable in turn.
 *
 * <p>A port that fails and the cable in it that fails come to the same; each is listed all the same, since the question is asked for
 * each.
 */
public final class LossStudy {

    private final Fabric fabric;
    private final List<ViewLoss> views;
    private final NodeBandwidth bandwidth;
    private final Map<Link, Impact> byCable = new HashMap<>();
    private final List<Impact> impacts = new ArrayList<>();
    private final Map<Reading, Integer> examined = new EnumMap<>(Reading.class);

    private LossStudy(Fabric fabric, List<NetworkView> networks) {
        this.fabric = fabric;
        Map<DeviceName, List<Prefix>> announced =
                fabric.exits().stream().collect(Collectors.toMap(ExternalExit::router, ExternalExit::prefixes));
        views = networks.stream().map(each -> new ViewLoss(each, announced)).toList();
        bandwidth = new NodeBandwidth(fabric);
    }

    public static LossReport study(Fabric fabric) {
        List<NetworkView> networks = NetworkViews.of(fabric);
        LossStudy study = new LossStudy(fabric, networks);
        study.run();
        return new LossReport(study.impacts, study.examined, networks.stream().anyMatch(NetworkView::outOfBand));
    }

    private void run() {
        for (Switch each : fabric.switches()) {
            add(impact(new Part.OfSwitch(each.name()), Outage.of(each.name())));
        }
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                add(impact(new Part.OfCard(node.name(), card.name()), new Outage(Set.of(), cables(node, card))));
            }
        }
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                for (Port port : card.ports()) {
                    add(atPort(new PortRef(node.name(), port.name()), new Part.OfNodePort(node.name(), port.name())));
                }
            }
        }
        for (Link link : fabric.links()) {
            add(atCable(link, new Part.OfCable(link)));
        }
        for (Switch each : fabric.switches()) {
            for (Port port : each.ports()) {
                PortRef ref = new PortRef(each.name(), port.name());
                add(atPort(ref, new Part.OfSwitchPort(ref)));
            }
        }
    }

    private void add(Impact impact) {
        examined.merge(impact.part().reading(), 1, Integer::sum);
        if (!impact.losses().isEmpty() || !impact.bandwidth().isEmpty()) {
            impacts.add(impact);
        }
    }

    private Set<Link> cables(Node node, Card card) {
        return card.ports().stream()
                .map(port -> fabric.linkAt(new PortRef(node.name(), port.name())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Impact atPort(PortRef port, Part part) {
        return fabric.linkAt(port)
                .map(link -> atCable(link, part))
                .orElseGet(() -> new Impact(part, List.of(), List.of()));
    }

    private Impact atCable(Link link, Part part) {
        Impact same = byCable.computeIfAbsent(link, each -> impact(new Part.OfCable(each), Outage.of(each)));
        return new Impact(part, same.losses(), same.bandwidth());
    }

    private Impact impact(Part part, Outage outage) {
        List<ScopeLoss> losses = new ArrayList<>();
        for (ViewLoss view : views) {
            List<Victim> victims = view.victims(outage);
            if (!victims.isEmpty()) {
                losses.add(new ScopeLoss(view.scopes(), victims));
            }
        }
        return new Impact(part, losses, bandwidth.lost(outage));
    }
}
