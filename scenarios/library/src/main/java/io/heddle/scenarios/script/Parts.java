package io.heddle.scenarios.script;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Rack;
import io.heddle.simulator.drill.Losses;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the parts that a script names. */
final class Parts {

    private final Fabric fabric;
    private final Faults faults;

    Parts(Fabric fabric, Faults faults) {
        this.fabric = fabric;
        this.faults = faults;
    }

    /** What is out without a part; empty if a fault was noted. */
    Optional<Outage> find(Part part, Origin origin) {
        return switch (part) {
            case Part.Device(DeviceName name) -> device(name, origin).map(Outage::of);
            case Part.Cable(PortRef port) ->
                fabric.linkAt(port)
                        .map(Outage::of)
                        .or(() -> refused(
                                origin,
                                "port " + port + ", in which there is no cable",
                                device(port.device(), origin).isPresent()
                                        ? "one of " + ports(port.device())
                                        : "a port with a cable"));
            case Part.OfCard(String card, DeviceName node) -> card(card, node, origin);
            case Part.PeerLink(String pair) -> peerLink(pair, origin);
            case Part.OfRack(var rack) ->
                fabric.racks().stream()
                        .filter(each -> each.name().equals(rack))
                        .findFirst()
                        .map(each -> new Outage(Losses.inRack(fabric, each), Set.of()))
                        .or(() -> unknown(
                                origin,
                                "rack " + rack,
                                rack.toString(),
                                fabric.racks().stream()
                                        .map(Rack::name)
                                        .map(Object::toString)
                                        .toList()));
        };
    }

    private String ports(DeviceName device) {
        List<String> ports = new ArrayList<>();
        for (Link each : fabric.links()) {
            Stream.of(each.a(), each.b())
                    .filter(end -> end.device().equals(device))
                    .forEach(end -> ports.add(end.toString()));
        }
        return ports.size() <= 8
                ? String.join(", ", ports)
                : String.join(", ", ports.subList(0, 8)) + " and " + (ports.size() - 8) + " more";
    }

    private Optional<Outage> card(String card, DeviceName node, Origin origin) {
        var found = fabric.findNode(node);
        if (found.isEmpty()) {
            return device(node, origin).flatMap(_ -> refused(origin, node + ", which has no cards", "a node"));
        }
        for (Card each : found.get().cards()) {
            if (each.name().toString().equals(card)) {
                Set<Link> cables = new HashSet<>();
                each.ports().forEach(port -> fabric.linkAt(new PortRef(node, port.name()))
                        .ifPresent(cables::add));
                return Optional.of(new Outage(Set.of(), cables));
            }
        }
        return unknown(
                origin,
                "card " + card + " of " + node,
                card,
                found.get().cards().stream().map(each -> each.name().toString()).toList());
    }

    private Optional<Outage> peerLink(String pair, Origin origin) {
        for (MlagPair each : fabric.mlagPairs()) {
            if (each.name().equals(pair)) {
                return each.peerLink().isEmpty()
                        ? refused(origin, "pair " + pair + ", which has no peer link", "a pair that has one")
                        : Optional.of(new Outage(Set.of(), new HashSet<>(each.peerLink())));
            }
        }
        return unknown(
                origin,
                "MLAG pair " + pair,
                pair,
                fabric.mlagPairs().stream().map(MlagPair::name).toList());
    }

    /** A device of the fabric. */
    Optional<DeviceName> device(DeviceName name, Origin origin) {
        boolean outside = fabric.exits().stream().anyMatch(each -> each.router().equals(name));
        if (outside
                || fabric.findSwitch(name).isPresent()
                || fabric.findNode(name).isPresent()) {
            return Optional.of(name);
        }
        List<String> known = Stream.concat(
                        fabric.switches().stream().map(each -> each.name().value()),
                        fabric.nodes().stream().map(each -> each.name().value()))
                .toList();
        return unknown(origin, "device " + name, name.value(), known);
    }

    private <T> Optional<T> unknown(Origin origin, String what, String word, List<String> known) {
        String hint = Nearest.to(word, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        return refused(
                origin,
                what + ", which is not there",
                known.size() <= 8 ? "one of " + String.join(", ", known) : "one that is there" + hint);
    }

    <T> Optional<T> refused(Origin origin, String found, String expected) {
        faults.add(origin.toString(), found, expected);
        return Optional.empty();
    }
}
