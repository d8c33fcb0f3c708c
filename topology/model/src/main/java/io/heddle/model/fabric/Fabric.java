package io.heddle.model.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole fabric. Immutable; look-ups by name and by port are built once.
 *
 * <p>Device names are unique across switches, nodes and external routers, and a port carries at most one cable: both are enforced
 * here, because every later stage keys on them.
 */
public final class Fabric {

    private final String name;
    private final List<Rack> racks;
    private final List<Switch> switches;
    private final List<Node> nodes;
    private final List<Link> links;
    private final List<MlagPair> mlagPairs;
    private final List<EthernetSegment> ethernetSegments;
    private final List<Network> networks;
    private final List<Vrf> vrfs;
    private final List<ExternalExit> exits;
    private final Map<DeviceName, Switch> switchByName;
    private final Map<DeviceName, Node> nodeByName;
    private final Map<PortRef, Link> linkByPort;
    private final Map<DeviceName, MlagPair> mlagPairByLeaf = new HashMap<>();

    private Fabric(Builder from) {
        name = from.name;
        racks = List.copyOf(from.racks);
        switches = List.copyOf(from.switches);
        nodes = List.copyOf(from.nodes);
        links = List.copyOf(from.links);
        mlagPairs = List.copyOf(from.mlagPairs);
        ethernetSegments = List.copyOf(from.ethernetSegments);
        networks = List.copyOf(from.networks);
        vrfs = List.copyOf(from.vrfs);
        exits = List.copyOf(from.exits);
        switchByName = HashMap.newHashMap(switches.size());
        nodeByName = HashMap.newHashMap(nodes.size());
        linkByPort = HashMap.newHashMap(links.size() * 2);
        for (Switch each : switches) {
            unique(switchByName.put(each.name(), each) == null, each.name());
        }
        for (Node each : nodes) {
            unique(nodeByName.put(each.name(), each) == null && !switchByName.containsKey(each.name()), each.name());
        }
        for (ExternalExit each : exits) {
            unique(!switchByName.containsKey(each.router()) && !nodeByName.containsKey(each.router()), each.router());
        }
        for (MlagPair each : mlagPairs) {
            paired(mlagPairByLeaf.put(each.first(), each), each.first(), each);
            paired(mlagPairByLeaf.put(each.second(), each), each.second(), each);
        }
        for (Link each : links) {
            cable(each.a(), each);
            cable(each.b(), each);
        }
    }

    private static void unique(boolean isUnique, DeviceName name) {
        if (!isUnique) {
            throw new IllegalArgumentException("device name " + name + " is used twice");
        }
    }

    private static void paired(@Nullable MlagPair before, DeviceName leaf, MlagPair pair) {
        if (before != null) {
            throw new IllegalArgumentException(
                    "switch " + leaf + " is in two MLAG pairs: " + before.name() + " and " + pair.name());
        }
    }

    private void cable(PortRef end, Link link) {
        Link before = linkByPort.put(end, link);
        if (before != null) {
            throw new IllegalArgumentException("port " + end + " carries two cables: " + before + " and " + link);
        }
    }

    public String name() {
        return name;
    }

    public List<Rack> racks() {
        return racks;
    }

    public List<Switch> switches() {
        return switches;
    }

    public List<Node> nodes() {
        return nodes;
    }

    public List<Link> links() {
        return links;
    }

    public List<MlagPair> mlagPairs() {
        return mlagPairs;
    }

    public List<EthernetSegment> ethernetSegments() {
        return ethernetSegments;
    }

    public List<Network> networks() {
        return networks;
    }

    public List<Vrf> vrfs() {
        return vrfs;
    }

    public List<ExternalExit> exits() {
        return exits;
    }

    public Optional<Switch> findSwitch(DeviceName device) {
        return Optional.ofNullable(switchByName.get(device));
    }

    public Optional<Node> findNode(DeviceName device) {
        return Optional.ofNullable(nodeByName.get(device));
    }

    /** The cable in this port, if one is plugged. */
    public Optional<Link> linkAt(PortRef port) {
        return Optional.ofNullable(linkByPort.get(port));
    }

    /** What is at the far end of the cable in this port. */
    public Optional<PortRef> farEnd(PortRef port) {
        Link link = linkByPort.get(port);
        return link == null ? Optional.empty() : Optional.of(link.otherEnd(port));
    }

    public Optional<MlagPair> mlagPairOf(DeviceName leaf) {
        return Optional.ofNullable(mlagPairByLeaf.get(leaf));
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects the parts of a fabric; {@link #build} checks names and cables. Single-threaded. */
    public static final class Builder {
        private final String name;
        private final List<Rack> racks = new ArrayList<>();
        private final List<Switch> switches = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<MlagPair> mlagPairs = new ArrayList<>();
        private final List<EthernetSegment> ethernetSegments = new ArrayList<>();
        private final List<Network> networks = new ArrayList<>();
        private final List<Vrf> vrfs = new ArrayList<>();
        private final List<ExternalExit> exits = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder add(Rack rack) {
            racks.add(rack);
            return this;
        }

        public Builder add(Switch device) {
            switches.add(device);
            return this;
        }

        public Builder add(Node node) {
            nodes.add(node);
            return this;
        }

        public Builder add(Link link) {
            links.add(link);
            return this;
        }

        public Builder add(MlagPair pair) {
            mlagPairs.add(pair);
            return this;
        }

        public Builder add(EthernetSegment segment) {
            ethernetSegments.add(segment);
            return this;
        }

        public Builder add(Network network) {
            networks.add(network);
            return this;
        }

        public Builder add(Vrf vrf) {
            vrfs.add(vrf);
            return this;
        }

        public Builder add(ExternalExit exit) {
            exits.add(exit);
            return this;
        }

        public Fabric build() {
            return new Fabric(this);
        }
    }
}
