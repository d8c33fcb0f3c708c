package io.heddle.topology.loss;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The definition of a victim taken at its word, on one network: every pair of members is asked anew, before and after. Slow and
 * obvious; shares nothing with the study but the records it returns.
 */
final class BruteForceLoss {

    private final Fabric fabric;
    private final boolean outOfBand;
    private final List<DeviceName> members = new ArrayList<>();
    private final List<ExternalExit> exits;
    private final Set<PortRef> ports = new TreeSet<>();
    private final IdentityHashMap<Outage, Map<DeviceName, Set<DeviceName>>> components = new IdentityHashMap<>();
    private final IdentityHashMap<Outage, Map<DeviceName, Set<DeviceName>>> attached = new IdentityHashMap<>();

    /** On a network. */
    BruteForceLoss(Fabric fabric, NetworkName network, boolean outOfBand, boolean provisioning) {
        this.fabric = fabric;
        this.outOfBand = outOfBand;
        exits = outOfBand || provisioning ? List.of() : fabric.exits();
        for (Node node : fabric.nodes()) {
            List<PortName> own = new ArrayList<>();
            for (Bond bond : node.bonds()) {
                if (bond.networks().contains(network)) {
                    own.addAll(bond.members());
                }
            }
            node.portNetworks().stream()
                    .filter(each -> each.networks().contains(network))
                    .forEach(each -> own.add(each.port()));
            own.forEach(each -> ports.add(new PortRef(node.name(), each)));
            if (!own.isEmpty()) {
                members.add(node.name());
            }
        }
        if (outOfBand) {
            for (Switch each : fabric.switches()) {
                if (each.role() != SwitchRole.OUT_OF_BAND) {
                    each.ports().forEach(port -> ports.add(new PortRef(each.name(), port.name())));
                    if (!follow(each.name(), Outage.NONE).isEmpty()) {
                        members.add(each.name());
                    }
                }
            }
        }
        exitPorts();
    }

    /** On the routed fabric. */
    BruteForceLoss(Fabric fabric) {
        this.fabric = fabric;
        outOfBand = false;
        exits = fabric.exits();
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                for (Port port : card.ports()) {
                    ports.add(new PortRef(node.name(), port.name()));
                }
            }
            if (!follow(node.name(), Outage.NONE).isEmpty()) {
                members.add(node.name());
            }
        }
        exitPorts();
    }

    private void exitPorts() {
        exits.forEach(exit -> exit.ports().forEach(port -> ports.add(new PortRef(exit.router(), port.name()))));
    }

    List<Victim> victims(Outage outage) {
        List<DeviceName> staying = members.stream().filter(outage::isUp).toList();
        List<Victim> victims = new ArrayList<>();
        for (DeviceName member : staying) {
            int before = peers(member, staying, Outage.NONE).size();
            int after = peers(member, staying, outage).size();
            List<DeviceName> lostExits = lostExits(member, outage);
            boolean cutOff = before > 0 && after == 0;
            if (cutOff || splitOff(member, staying, outage) || !lostExits.isEmpty()) {
                victims.add(new Victim(member, before, after, lostExits));
            }
        }
        return victims;
    }

    private boolean splitOff(DeviceName member, List<DeviceName> staying, Outage outage) {
        boolean lostSomebodyAlive = peers(member, staying, Outage.NONE).stream()
                .filter(peer -> !peers(member, staying, outage).contains(peer))
                .anyMatch(peer -> !peers(peer, staying, outage).isEmpty());
        return lostSomebodyAlive
                && attachedTo(member, Outage.NONE).stream()
                        .map(each -> mainPart(component(each, Outage.NONE), staying, outage))
                        .anyMatch(part -> attachedTo(member, outage).stream().noneMatch(part::contains));
    }

    /** What is left of a component and has the most members; of equals the one with the smallest name. */
    private Set<DeviceName> mainPart(Set<DeviceName> component, List<DeviceName> staying, Outage outage) {
        Set<DeviceName> main = Set.of();
        long most = -1;
        for (DeviceName each : component) {
            if (outage.isUp(each)) {
                Set<DeviceName> part = component(each, outage);
                long attached = staying.stream()
                        .filter(member -> attachedTo(member, outage).stream().anyMatch(part::contains))
                        .count();
                if (attached > most) {
                    most = attached;
                    main = part;
                }
            }
        }
        return main;
    }

    private List<DeviceName> lostExits(DeviceName member, Outage outage) {
        List<ExternalExit> reached = exits.stream()
                .filter(exit -> reaches(member, exit.router(), outage))
                .toList();
        return exits.stream()
                .filter(exit -> reaches(member, exit.router(), Outage.NONE))
                .filter(exit ->
                        reached.stream().noneMatch(other -> other.prefixes().containsAll(exit.prefixes())))
                .map(ExternalExit::router)
                .toList();
    }

    private List<DeviceName> peers(DeviceName member, List<DeviceName> staying, Outage outage) {
        return staying.stream()
                .filter(other -> !other.equals(member) && reaches(member, other, outage))
                .toList();
    }

    private boolean reaches(DeviceName one, DeviceName other, Outage outage) {
        Set<DeviceName> at = attachedTo(other, outage);
        return attachedTo(one, outage).stream()
                .anyMatch(each -> component(each, outage).stream().anyMatch(at::contains));
    }

    private Set<DeviceName> attachedTo(DeviceName member, Outage outage) {
        return attached.computeIfAbsent(outage, each -> new HashMap<>())
                .computeIfAbsent(member, each -> follow(each, outage));
    }

    private Set<DeviceName> follow(DeviceName member, Outage outage) {
        Set<DeviceName> switches = new TreeSet<>();
        for (Link link : fabric.links()) {
            for (PortRef end : List.of(link.a(), link.b())) {
                DeviceName far = link.otherEnd(end).device();
                if (end.device().equals(member) && ports.contains(end) && outage.isUp(link) && forwards(far)) {
                    switches.add(far);
                }
            }
        }
        return switches;
    }

    private Set<DeviceName> component(DeviceName start, Outage outage) {
        return components
                .computeIfAbsent(outage, each -> new HashMap<>())
                .computeIfAbsent(start, each -> search(each, outage));
    }

    private Set<DeviceName> search(DeviceName start, Outage outage) {
        Set<DeviceName> seen = new TreeSet<>(Set.of(start));
        Deque<DeviceName> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            DeviceName at = open.remove();
            for (Link link : fabric.links()) {
                if (link.touches(at) && outage.isUp(link)) {
                    DeviceName far = link.a().device().equals(at)
                            ? link.b().device()
                            : link.a().device();
                    if (forwards(far) && seen.add(far)) {
                        open.add(far);
                    }
                }
            }
        }
        return seen;
    }

    private boolean forwards(DeviceName device) {
        return fabric.findSwitch(device)
                .filter(each -> (each.role() == SwitchRole.OUT_OF_BAND) == outOfBand)
                .isPresent();
    }
}
