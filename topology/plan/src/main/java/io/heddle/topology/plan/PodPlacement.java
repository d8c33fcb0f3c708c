package io.heddle.topology.plan;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.address.BlockPlan;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.spec.PodSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts pods on nodes: generated ones into the nodes' blocks from the first address up, listed ones where they are listed. */
final class PodPlacement {

    /** More pods than this do not fit into memory; Kubernetes itself is tested to 150,000. */
    private static final long MOST = 20_000_000;

    private final Draft draft;
    private final PodSpec spec;
    private final Faults faults;

    PodPlacement(Draft draft, PodSpec spec, Faults faults) {
        this.draft = draft;
        this.spec = spec;
        this.faults = faults;
    }

    Endpoints place() {
        Map<DeviceName, NodeEndpoints> byNode = new HashMap<>();
        if (spec.perNode() > 0 && fits()) {
            for (int i = 0; i < draft.wiring().nodeCount(); i++) {
                int node = draft.wiring().switchCount() + i;
                if (draft.wiring().nodeAt(i + draft.wiring().switchCount()).runsPods()) {
                    byNode.put(draft.wiring().name(node), generate(node));
                }
            }
        }
        new ListedPods(draft, faults).addTo(byNode, spec.listed());
        return Endpoints.of(byNode.values());
    }

    private boolean fits() {
        long nodes = draft.wiring().fabric().nodes().stream()
                .filter(each -> each.runsPods())
                .count();
        if (nodes * spec.perNode() > MOST) {
            faults.add("pods", nodes * spec.perNode() + " in all", "at most " + MOST);
            return false;
        }
        if (draft.addresses().blocks().isEmpty()) {
            faults.add("pods", spec.perNode() + " per node and no pool", "a pool of pod addresses");
            return false;
        }
        boolean fits = true;
        for (BlockPlan each : draft.addresses().blocks()) {
            if (each.addressesPerNode() < spec.perNode()) {
                faults.add(
                        "pod pool " + each.pool(),
                        spec.perNode() + " pods per node",
                        "at most " + each.addressesPerNode() + ", which the blocks of a node hold");
                fits = false;
            }
        }
        return fits;
    }

    private NodeEndpoints generate(int node) {
        DeviceName name = draft.wiring().name(node);
        List<List<IpAddress>> wide = new ArrayList<>(2);
        for (BlockPlan each : draft.addresses().blocks()) {
            if (each.family() == IpFamily.IPV4 && draft.addresses().blocks().size() == 1) {
                return NodeEndpoints.ofV4(name, packed(node, each));
            }
            wide.add(addresses(node, each));
        }
        List<Endpoint> pods = new ArrayList<>(spec.perNode());
        for (int i = 0; i < Math.min(wide.getFirst().size(), wide.getLast().size()); i++) {
            IpAddress first = wide.getFirst().get(i);
            IpAddress last = wide.getLast().get(i);
            pods.add(new Endpoint(
                    Optional.empty(),
                    name,
                    Endpoint.macOf(IpAddress.v4(first.low() & 0xFFFF_FFFFL)),
                    first.isV4() ? Optional.of(first) : Optional.empty(),
                    last.isV4() ? Optional.empty() : Optional.of(last)));
        }
        return NodeEndpoints.of(name, pods);
    }

    private int[] packed(int node, BlockPlan plan) {
        Optional<Prefix> bridged = bridgedSubnet(node, IpFamily.IPV4);
        int[] addresses = new int[spec.perNode()];
        int count = 0;
        for (Prefix block : plan.of(node)) {
            long first = block.address().low();
            for (long i = 0; i < block.size() && count < addresses.length; i++) {
                if (bridged.isEmpty() || !PlacedNetwork.isReserved(bridged.get(), IpAddress.v4(first + i))) {
                    addresses[count++] = (int) (first + i);
                }
            }
        }
        tooFew(node, count);
        return Arrays.copyOf(addresses, count);
    }

    private List<IpAddress> addresses(int node, BlockPlan plan) {
        Optional<Prefix> bridged = bridgedSubnet(node, plan.family());
        List<IpAddress> addresses = new ArrayList<>(spec.perNode());
        for (Prefix block : plan.of(node)) {
            for (long i = 0; i < block.size() && addresses.size() < spec.perNode(); i++) {
                IpAddress address = block.address().plus(i);
                if (bridged.isEmpty() || !PlacedNetwork.isReserved(bridged.get(), address)) {
                    addresses.add(address);
                }
            }
        }
        tooFew(node, addresses.size());
        return addresses;
    }

    private void tooFew(int node, int count) {
        if (count < spec.perNode()) {
            faults.add(
                    draft.wiring().name(node).value(),
                    spec.perNode() + " pods",
                    "at most " + count + ": its blocks also hold the gateway or the ends of the subnet");
        }
    }

    /** Where pods are bridged, the subnet whose ends and gateway no pod may have. */
    private Optional<Prefix> bridgedSubnet(int node, IpFamily family) {
        return draft.options().podNetwork().isEmpty()
                ? Optional.empty()
                : PodNetwork.of(draft, node).map(PlacedNetwork::network).map(Network::subnets).stream()
                        .flatMap(List::stream)
                        .filter(each -> each.family() == family)
                        .findFirst();
    }
}
