package io.heddle.topology.address;

import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.Network;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.NetworkScope;
import io.heddle.topology.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether each address has one meaning: pools of the fabric, subnets of networks and pools of pods lie apart. */
final class OverlapCheck {

    private enum Kind {
        FABRIC,
        NETWORK,
        PODS
    }

    private record Range(Kind kind, String name, Prefix prefix) {
        @Override
        public String toString() {
            return name + " " + prefix;
        }
    }

    private final AddressRequest request;
    private final List<Network> networks;
    private final Faults faults;

    OverlapCheck(AddressRequest request, List<Network> networks, Faults faults) {
        this.request = request;
        this.networks = networks;
        this.faults = faults;
    }

    void check(List<IpFamily> families) {
        Optional<Network> podNetwork = request.design().pods().visibility() == PodVisibility.BRIDGED
                ? networks.stream()
                        .filter(each ->
                                request.podNetwork().filter(each.name()::equals).isPresent())
                        .findFirst()
                : Optional.empty();
        List<Range> ranges = ranges(families);
        for (int i = 0; i < ranges.size(); i++) {
            for (int k = i + 1; k < ranges.size(); k++) {
                Range a = ranges.get(i);
                Range b = ranges.get(k);
                if (a.prefix.overlaps(b.prefix) && !isMeant(a, b, podNetwork)) {
                    faults.add(a.toString(), "overlaps with " + b, "ranges that lie apart");
                }
            }
        }
        podNetwork.ifPresent(this::podsAreInside);
    }

    private List<Range> ranges(List<IpFamily> families) {
        List<Range> ranges = new ArrayList<>();
        for (IpFamily family : families) {
            request.pools()
                    .all()
                    .forEach(each -> ranges.add(new Range(Kind.FABRIC, "pool " + each.name(), each.prefix(family))));
        }
        for (Network network : networks) {
            network.subnets().forEach(each -> ranges.add(new Range(Kind.NETWORK, "network " + network.name(), each)));
        }
        request.ipam().ipv4Pool().ifPresent(each -> ranges.add(new Range(Kind.PODS, "pod pool", each)));
        request.ipam().ipv6Pool().ifPresent(each -> ranges.add(new Range(Kind.PODS, "pod pool", each)));
        return ranges;
    }

    /** Networks may share a subnet whole; bridged pods live in the subnet of their network. */
    private static boolean isMeant(Range a, Range b, Optional<Network> podNetwork) {
        if (a.kind == Kind.NETWORK && b.kind == Kind.NETWORK) {
            return a.prefix.equals(b.prefix);
        }
        return a.kind == Kind.NETWORK
                && b.kind == Kind.PODS
                && a.prefix.contains(b.prefix)
                && podNetwork.filter(each -> each.subnets().contains(a.prefix)).isPresent();
    }

    private void podsAreInside(Network network) {
        Design design = request.design();
        List<Prefix> pools = new ArrayList<>();
        request.ipam().ipv4Pool().ifPresent(pools::add);
        request.ipam().ipv6Pool().ifPresent(pools::add);
        for (Prefix pool : pools) {
            boolean perRack = design.networks() == NetworkScope.PER_RACK;
            boolean fits =
                    network.subnets().stream().anyMatch(each -> perRack ? each.equals(pool) : each.contains(pool));
            if (!fits) {
                faults.add(
                        "pod pool " + pool,
                        "pods bridged to network " + network.name() + " " + network.subnets(),
                        perRack
                                ? "the subnet itself: each rack's slice of it is cut as its blocks are"
                                : "a pool inside a subnet of the network");
            }
        }
    }
}
