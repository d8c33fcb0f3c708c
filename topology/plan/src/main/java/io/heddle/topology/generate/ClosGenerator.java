package io.heddle.topology.generate;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.EthernetSegment;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Rack;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Esi;
import io.heddle.model.net.Mac;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.spec.GeneratorSpec.Clos;
import io.heddle.topology.spec.GeneratorSpec.Exit;
import io.heddle.topology.spec.PairMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws a {@link Clos}. Spines are cabled upwards first, then border leafs, then rack by rack. Single-use. */
final class ClosGenerator {

    /** Locally administered; the low 24 bits number the rack. */
    private static final long SEGMENT_MAC = 0x02_48_45_000000L;

    private final Clos spec;
    private final Parts parts;
    private final Fabric.Builder fabric;
    private final Faults faults = new Faults();
    private final int leafsPerRack;

    /** By group, then plane; one group in two tiers. */
    private final List<List<PortBook>> spines = new ArrayList<>();

    /** By plane. */
    private final List<List<PortBook>> supers = new ArrayList<>();

    private final List<NodeStamp> stamps = new ArrayList<>();

    ClosGenerator(Clos spec, PortLists ports) {
        this.spec = spec;
        parts = new Parts(ports);
        fabric = Fabric.builder(spec.name());
        leafsPerRack = spec.pairMode() == PairMode.SINGLE ? 1 : 2;
    }

    Outcome<Fabric> generate() {
        new ClosCheck(spec, faults).run();
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        spec.networks().forEach(fabric::add);
        spec.vrfs().forEach(fabric::add);
        spec.nodes().forEach(each -> stamps.add(NodeStamp.of(each, leafsPerRack, spec.networks())));
        addSupers();
        addSpines();
        List<PortBook> borders = addBorders();
        List<PortBook> exitLeafs = new ArrayList<>(borders);
        for (int rack = 1; rack <= spec.racks(); rack++) {
            List<PortBook> leafs = addRack(rack);
            if (spec.spines() == 0) {
                exitLeafs.addAll(leafs);
            }
        }
        addExits(exitLeafs);
        parts.into(fabric, faults);
        return faults.isEmpty() ? Outcome.made(fabric.build()) : Outcome.refused(faults);
    }

    private void addSupers() {
        for (int plane = 1; plane <= (spec.superSpinesPerPlane() > 0 ? spec.spines() : 0); plane++) {
            List<PortBook> ofPlane = new ArrayList<>();
            for (int i = 1; i <= spec.superSpinesPerPlane(); i++) {
                ofPlane.add(parts.add(
                        "super-" + plane + "-" + i,
                        SwitchRole.SUPER_SPINE,
                        spec.superSpine().orElseThrow(),
                        Optional.empty(),
                        OptionalInt.of(plane - 1),
                        OptionalInt.empty()));
            }
            supers.add(ofPlane);
        }
    }

    private void addSpines() {
        for (int group = 1; group <= spec.groups(); group++) {
            List<PortBook> ofGroup = new ArrayList<>();
            for (int i = 1; i <= spec.spines(); i++) {
                PortBook spine = parts.add(
                        spec.groups() == 1 ? "spine-" + i : "spine-" + group + "-" + i,
                        SwitchRole.SPINE,
                        spec.spine().orElseThrow(),
                        Optional.empty(),
                        OptionalInt.of(i - 1),
                        OptionalInt.of(group - 1));
                ofGroup.add(spine);
                if (!supers.isEmpty()) {
                    supers.get(i - 1)
                            .forEach(each -> parts.cable(spine, each, spec.linksPerSuperSpine(), spec.uplinkSpeed()));
                }
            }
            spines.add(ofGroup);
        }
        if (spec.spinesArePair()) {
            pair("spines", spines.getFirst());
        }
    }

    private List<PortBook> addBorders() {
        List<PortBook> borders = new ArrayList<>();
        for (int i = 1; i <= spec.borderLeafs(); i++) {
            PortBook border = parts.add(
                    "border-" + i,
                    SwitchRole.BORDER_LEAF,
                    spec.leaf(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());
            borders.add(border);
            if (supers.isEmpty()) {
                spines.getFirst().forEach(each -> parts.cable(border, each, spec.linksPerSpine(), spec.uplinkSpeed()));
            } else {
                int turn = (i - 1) % spec.superSpinesPerPlane();
                supers.forEach(
                        plane -> parts.cable(border, plane.get(turn), spec.linksPerSuperSpine(), spec.uplinkSpeed()));
            }
        }
        return borders;
    }

    private List<PortBook> addRack(int number) {
        RackName rack = RackName.of("rack-" + number);
        fabric.add(new Rack(rack));
        int racksPerGroup = Math.ceilDiv(spec.racks(), spec.groups());
        int group = (number - 1) / racksPerGroup;
        List<PortBook> leafs = new ArrayList<>(leafsPerRack);
        for (int i = 1; i <= leafsPerRack; i++) {
            PortBook leaf = parts.add(
                    "leaf-" + number + "-" + i,
                    SwitchRole.LEAF,
                    spec.leaf(),
                    Optional.of(rack),
                    OptionalInt.empty(),
                    OptionalInt.of(group));
            leafs.add(leaf);
            spines.get(group).forEach(each -> parts.cable(leaf, each, spec.linksPerSpine(), spec.uplinkSpeed()));
        }
        if (spec.pairMode().isMlag()) {
            pair(rack.value(), leafs);
        } else if (spec.pairMode() == PairMode.INDEPENDENT) {
            parts.peer(leafs.getFirst(), leafs.getLast(), spec.peerLinks(), spec.peerLinkSpeed());
        }
        Optional<PortBook> outOfBand = spec.outOfBand()
                .map(profile -> parts.add(
                        "oob-" + number,
                        SwitchRole.OUT_OF_BAND,
                        profile,
                        Optional.of(rack),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        addNodes(number, rack, leafs, outOfBand);
        return leafs;
    }

    private void pair(String name, List<PortBook> pair) {
        List<Link> peerLink = parts.peer(pair.getFirst(), pair.getLast(), spec.peerLinks(), spec.peerLinkSpeed());
        fabric.add(new MlagPair(name, pair.getFirst().device(), pair.getLast().device(), peerLink));
    }

    private void addNodes(int number, RackName rack, List<PortBook> leafs, Optional<PortBook> outOfBand) {
        int segment = 0;
        for (NodeStamp stamp : stamps) {
            String stem = stamp.group().kind() + "-" + number + "-";
            for (int i = 1; i <= stamp.group().count(); i++) {
                DeviceName name = DeviceName.of(stem + i);
                fabric.add(stamp.stamp(name, rack));
                for (NodeStamp.Socket socket : stamp.sockets()) {
                    PortBook far = socket.leaf() < 0 ? outOfBand.orElseThrow() : leafs.get(socket.leaf());
                    parts.links.add(new Link(
                            new PortRef(name, socket.port().name()),
                            far.down(socket.port().speed())));
                }
                if (spec.pairMode() == PairMode.ETHERNET_SEGMENT) {
                    for (Bond bond : stamp.bonds()) {
                        segment++;
                        if (stamp.leafsOf(bond).size() > 1) {
                            fabric.add(new EthernetSegment(
                                    Esi.ofSystemMac(new Mac(SEGMENT_MAC + number), segment), name, bond.name()));
                        }
                    }
                }
            }
        }
    }

    private void addExits(List<PortBook> leafs) {
        for (Exit exit : spec.exits()) {
            DeviceName router = DeviceName.of(exit.name());
            List<Port> ports = new ArrayList<>();
            for (PortBook leaf : leafs) {
                Port port = new Port(PortName.of("eth" + (ports.size() + 1)), ports.size() + 1, spec.uplinkSpeed());
                ports.add(port);
                parts.links.add(new Link(new PortRef(router, port.name()), leaf.up(spec.uplinkSpeed())));
            }
            fabric.add(new ExternalExit(router, exit.asn(), ports, exit.prefixes()));
        }
    }
}
