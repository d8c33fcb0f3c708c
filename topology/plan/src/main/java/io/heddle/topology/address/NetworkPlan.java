package io.heddle.topology.address;

import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.topology.wiring.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Networks in their places, and the addresses of leafs and nodes on them. In a subnet, leafs and nodes stand rack by rack from the first
 * address up; the gateway has the last one.
 */
public final class NetworkPlan {

    private final Sites sites;
    private final List<PlacedNetwork> placed;
    private final Map<NetworkName, List<PlacedNetwork>> byOriginal = new HashMap<>();
    private final Map<NetworkName, PlacedNetwork> byName = new HashMap<>();
    private final SubnetShares shares;

    NetworkPlan(Sites sites, List<PlacedNetwork> placed, SubnetShares shares) {
        this.sites = sites;
        this.placed = List.copyOf(placed);
        this.shares = shares;
        for (PlacedNetwork each : placed) {
            byOriginal
                    .computeIfAbsent(each.original().name(), _ -> new ArrayList<>())
                    .add(each);
            byName.put(each.network().name(), each);
        }
    }

    /** Every network, rack by rack where it is not stretched. */
    public List<PlacedNetwork> all() {
        return placed;
    }

    /** By its name in its place. */
    public Optional<PlacedNetwork> find(NetworkName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a network of the fabric is called at a site. */
    public Optional<Network> at(NetworkName original, int site) {
        List<PlacedNetwork> places = byOriginal.getOrDefault(original, List.of());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        PlacedNetwork first = places.getFirst();
        return Optional.of(
                first.site() == Sites.NONE ? first.network() : places.get(site).network());
    }

    /** A leaf's own address on the {@code index}-th subnet of a network. */
    public IpAddress leafAddress(PlacedNetwork network, int index, int leaf) {
        return address(network, index, sites.siteOf(leaf), sites.positionOf(leaf));
    }

    /** A node's address on the {@code index}-th subnet of a network. */
    public IpAddress nodeAddress(PlacedNetwork network, int index, int node) {
        return address(network, index, sites.siteOf(node), sites.mostLeafs() + sites.positionOf(node));
    }

    private IpAddress address(PlacedNetwork network, int index, int site, int position) {
        Prefix subnet = network.network().subnets().get(index);
        Prefix whole = network.original().subnets().get(index);
        long rack = network.site() == Sites.NONE ? site : 0;
        int perRack = sites.mostLeafs() + sites.mostNodes();
        long offset = 1 + (rack * shares.of(whole) + shares.turn(network.original(), whole)) * perRack + position;
        return subnet.address().plus(offset);
    }
}
