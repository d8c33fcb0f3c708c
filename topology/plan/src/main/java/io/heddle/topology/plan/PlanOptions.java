package io.heddle.topology.plan;

import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.address.AddressPools;
import io.heddle.topology.design.Numbering;
import io.heddle.topology.spec.PairMode;
import java.util.Optional;

/**
 * What a plan needs to know besides fabric, design and pods; {@link #DEFAULT} is right for most.
 *
 * @param links numbers all links between switches, or none, whatever the design says
 * @param pairMode of the leafs; here it only decides between the two VTEP modes of MLAG pairs, the fabric shows the rest
 * @param vtepFamily of VTEP addresses
 * @param podNetwork the network that pods are bridged to; without it one named {@code pods}, or else the first that nodes carry
 * @param linkMtu of switch ports, bytes of layer 3
 * @param nodeMtu of nodes' interfaces, bytes of layer 3
 */
public record PlanOptions(
        Optional<Numbering> links,
        PairMode pairMode,
        IpFamily vtepFamily,
        Optional<NetworkName> podNetwork,
        AddressPools pools,
        int linkMtu,
        int nodeMtu) {

    public static final PlanOptions DEFAULT = new PlanOptions(
            Optional.empty(), PairMode.MLAG_ANYCAST, IpFamily.IPV4, Optional.empty(), AddressPools.DEFAULT, 9216, 9000);

    public PlanOptions withLinks(Numbering numbering) {
        return new PlanOptions(Optional.of(numbering), pairMode, vtepFamily, podNetwork, pools, linkMtu, nodeMtu);
    }

    public PlanOptions withPairMode(PairMode mode) {
        return new PlanOptions(links, mode, vtepFamily, podNetwork, pools, linkMtu, nodeMtu);
    }

    public PlanOptions withPodNetwork(NetworkName network) {
        return withPodNetwork(Optional.of(network));
    }

    PlanOptions withPodNetwork(Optional<NetworkName> network) {
        return new PlanOptions(links, pairMode, vtepFamily, network, pools, linkMtu, nodeMtu);
    }

    public PlanOptions withVtepFamily(IpFamily family) {
        return new PlanOptions(links, pairMode, family, podNetwork, pools, linkMtu, nodeMtu);
    }

    public PlanOptions withMtu(int link, int node) {
        return new PlanOptions(links, pairMode, vtepFamily, podNetwork, pools, link, node);
    }
}
