package io.heddle.controller.onos.pipeline;

import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.IndexTableId;

/** The tables of the pipeline, in the order a packet meets them; the ordinal is the OpenFlow table. */
public enum Stage {
    /** Which port, VLAN or VNI a frame came in by; inside, a bridged frame always has its VLAN tag. */
    CLASSIFY,
    /** Is it for the switch itself (routed, ARP, ND), or to be bridged. */
    TERMINATE,
    /** ARP and ND answers for the switch's own and anycast addresses. */
    ANSWER,
    /** Longest prefix in the VRF that the metadata names. */
    ROUTE,
    /** A host on the connected VLAN that the metadata names. */
    NEIGHBOR,
    /** MAC addresses and flooding of a VLAN. */
    BRIDGE;

    /** The table of a rule; -1 for one that is not named by a number, as OpenFlow's are. */
    public static int tableOf(FlowRule flow) {
        return flow.table() instanceof IndexTableId index ? index.id() : -1;
    }

    public int table() {
        return ordinal();
    }
}
