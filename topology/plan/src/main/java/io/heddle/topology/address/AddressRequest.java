package io.heddle.topology.address;

import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.design.Design;
import io.heddle.topology.spec.IpamSpec;
import java.util.Optional;

/**
 * What an address plan is made from, besides the fabric.
 *
 * @param vtepFamily of VTEP addresses
 * @param podNetwork the network that pods are bridged to, if the design bridges them
 * @param linkMtu of switch ports, bytes of layer 3
 * @param nodeMtu of nodes' interfaces, bytes of layer 3
 */
public record AddressRequest(
        Design design,
        IpamSpec ipam,
        AddressPools pools,
        IpFamily vtepFamily,
        Optional<NetworkName> podNetwork,
        int linkMtu,
        int nodeMtu) {}
