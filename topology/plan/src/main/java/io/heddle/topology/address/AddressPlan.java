package io.heddle.topology.address;

import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.NetworkScope;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every number of a plan. Immutable; addresses are computed when asked for.
 *
 * @param families of the underlay: IPv4, and IPv6 where pods have IPv6 addresses
 * @param blocks at most one of each family
 */
public record AddressPlan(
        List<IpFamily> families,
        Sites sites,
        AsnPlan asns,
        LoopbackPlan loopbacks,
        LinkPlan links,
        NetworkPlan networks,
        VrfPlan vrfs,
        List<BlockPlan> blocks,
        MtuPlan mtu) {

    public AddressPlan {
        families = List.copyOf(families);
        blocks = List.copyOf(blocks);
    }

    /** Computes the plan; what does not fit is told to {@code faults}, and the plan is then not to be used. */
    public static AddressPlan of(Wiring wiring, AddressRequest request, Faults faults) {
        Design design = request.design();
        Fabric fabric = wiring.fabric();
        Sites sites = Sites.of(wiring);
        Slots slots = new Slots(wiring, sites);
        LoopbackPlan loopbacks = new LoopbackPlan(request.pools(), wiring, sites, slots);
        LinkPlan links = new LinkPlan(request.pools(), wiring, slots);
        List<IpFamily> families = new ArrayList<>(List.of(IpFamily.IPV4));
        if (request.ipam().ipv6Pool().isPresent() || request.vtepFamily() == IpFamily.IPV6) {
            families.add(IpFamily.IPV6);
        }
        for (IpFamily each : families) {
            loopbacks.check(each, faults);
            links.check(each, faults);
        }
        new OverlapCheck(request, fabric.networks(), faults).check(families);
        boolean bridged = design.pods().visibility() == PodVisibility.BRIDGED;
        boolean aligned = design.aggregatesRacks() || (bridged && design.networks() == NetworkScope.PER_RACK);
        List<BlockPlan> blocks = new ArrayList<>();
        for (IpFamily each : IpFamily.values()) {
            pool(request, fabric, bridged, each)
                    .flatMap(pool -> BlockPlan.of(
                            pool,
                            each == IpFamily.IPV4
                                    ? request.ipam().ipv4BlockLength()
                                    : request.ipam().ipv6BlockLength(),
                            request.ipam().blocksPerNode(),
                            sites,
                            aligned,
                            faults))
                    .ifPresent(blocks::add);
        }
        NetworkPlan networks = new NetworkPlacer(fabric, design, sites, bridged ? blocks : List.of(), faults).place();
        MtuPlan mtu = MtuPlan.of(
                request.linkMtu(),
                request.nodeMtu(),
                design.overlay().evpn() ? MtuPlan.vxlanOverhead(request.vtepFamily()) : 0,
                design.pods().visibility() == PodVisibility.HIDDEN ? MtuPlan.vxlanOverhead(IpFamily.IPV4) : 0,
                faults);
        return new AddressPlan(
                families,
                sites,
                new AsnPlan(wiring, sites, design.asn(), faults),
                loopbacks,
                links,
                networks,
                new VrfPlan(fabric, design, networks, faults),
                blocks,
                mtu);
    }

    /** The IPAM's pool; for bridged pods, without one, the pod network's own subnet. */
    private static Optional<Prefix> pool(AddressRequest request, Fabric fabric, boolean bridged, IpFamily family) {
        Optional<Prefix> given = family == IpFamily.IPV4
                ? request.ipam().ipv4Pool()
                : request.ipam().ipv6Pool();
        if (given.isPresent() || !bridged || family == IpFamily.IPV6) {
            return given;
        }
        return fabric.networks().stream()
                .filter(each -> request.podNetwork().filter(each.name()::equals).isPresent())
                .map(Network::subnets)
                .flatMap(List::stream)
                .filter(each -> each.family() == family)
                .findFirst();
    }

    /** The blocks of a node that runs pods, IPv4 before IPv6. */
    public List<Prefix> blocksOf(int node) {
        List<Prefix> all = new ArrayList<>();
        blocks.forEach(each -> all.addAll(each.of(node)));
        return all;
    }
}
