package io.heddle.topology.plan;

import io.heddle.model.config.Origination;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.address.BlockPlan;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.design.Announcer;
import io.heddle.topology.design.Originate;
import io.heddle.topology.design.PodRoutes;
import io.heddle.topology.design.Role;
import io.heddle.topology.wiring.Cable;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What routers put into BGP, and the static routes behind it. */
final class Routes {

    private final Draft draft;

    Routes(Draft draft) {
        this.draft = draft;
    }

    /** The loopback addresses of a router: its own, and the VTEP address its pair shares. */
    List<IpAddress> loopbacks(int device, boolean isVtep) {
        List<IpAddress> loopbacks = new ArrayList<>(3);
        for (IpFamily each : draft.addresses().families()) {
            loopbacks.add(draft.addresses().loopbacks().loopback(device, each));
        }
        if (isVtep && draft.mlagPeer(device) >= 0) {
            loopbacks.add(draft.addresses()
                    .loopbacks()
                    .anycastVtep(device, draft.options().vtepFamily()));
        }
        return loopbacks;
    }

    /** A leaf's static routes to the nodes it is cabled to. */
    List<StaticRoute> statics(int device) {
        List<StaticRoute> routes = new ArrayList<>();
        if (draft.tier(device) != Tier.LEAF) {
            return routes;
        }
        boolean blocks = draft.design().pods().announcedBy(Announcer.LEAF);
        boolean loopbacks = draft.design().originates(Role.LEAF, Originate.NODE_LOOPBACKS);
        BitSet met = new BitSet();
        for (Cable each : draft.wiring().cables(device)) {
            int node = each.peer();
            if (draft.tier(node) != Tier.NODE || met.get(node)) {
                continue;
            }
            met.set(node);
            DeviceName name = draft.wiring().name(node);
            if (loopbacks && draft.isLayer3(node)) {
                for (IpFamily family : draft.addresses().families()) {
                    Prefix own = Prefix.host(draft.addresses().loopbacks().loopback(node, family));
                    routes.add(new StaticRoute(own, Optional.of(name), Optional.empty()));
                }
            }
            if (blocks && draft.wiring().nodeAt(node).runsPods()) {
                for (Prefix block : draft.addresses().blocksOf(node)) {
                    routes.add(new StaticRoute(block, Optional.of(name), address(node, block.family())));
                }
            }
        }
        return routes;
    }

    /** Where a layer-2 node is reached; a layer-3 node is reached over its links. */
    private Optional<IpAddress> address(int node, IpFamily family) {
        if (draft.isLayer3(node)) {
            return Optional.empty();
        }
        Optional<PlacedNetwork> network = draft.sessionNetwork(node);
        return network.flatMap(each -> Draft.ofFamily(draft.nodeAddresses(each, node), family))
                .map(each -> each.address());
    }

    /** A switch's originations. */
    List<Origination> of(int device, List<IpAddress> loopbacks, List<StaticRoute> statics) {
        List<Origination> all = new ArrayList<>();
        for (Originate each : draft.design().originations(draft.role(device))) {
            switch (each) {
                case LOOPBACK -> networks(loopbacks, all);
                case CONNECTED -> all.add(new Origination.Connected());
                case NODE_LOOPBACKS -> {
                    // Among the static routes.
                }
                case RACK_AGGREGATE -> aggregates(device, all);
                case DEFAULT_ROUTE ->
                    draft.addresses().families().forEach(family -> all.add(new Origination.DefaultRoute(family)));
            }
        }
        if (!statics.isEmpty()) {
            all.add(new Origination.Static());
        }
        return all;
    }

    private static void networks(List<IpAddress> loopbacks, List<Origination> into) {
        loopbacks.forEach(each -> into.add(new Origination.Network(Prefix.host(each))));
    }

    private void aggregates(int leaf, List<Origination> into) {
        int site = draft.addresses().sites().siteOf(leaf);
        if (site != Sites.NONE && draft.addresses().sites().mostPodNodes() > 0) {
            for (BlockPlan each : draft.addresses().blocks()) {
                into.add(new Origination.Aggregate(each.aggregate(site), true));
            }
        }
    }

    /** A node's originations. */
    List<Origination> ofNode(int node, List<IpAddress> loopbacks) {
        List<Origination> all = new ArrayList<>(3);
        if (draft.design().originates(Role.NODE, Originate.LOOPBACK)) {
            networks(loopbacks, all);
        }
        if (draft.design().pods().announcedBy(Announcer.NODE)
                && draft.wiring().nodeAt(node).runsPods()) {
            all.add(
                    draft.design().pods().routes() == PodRoutes.HOSTS
                            ? new Origination.PodHosts()
                            : new Origination.PodBlocks());
        }
        return all;
    }
}
