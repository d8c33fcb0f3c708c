package io.heddle.topology.address;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;

/** Loopback and VTEP addresses. */
public final class LoopbackPlan {

    private final AddressPools pools;
    private final Wiring wiring;
    private final Sites sites;
    private final Slots slots;

    LoopbackPlan(AddressPools pools, Wiring wiring, Sites sites, Slots slots) {
        this.pools = pools;
        this.wiring = wiring;
        this.sites = sites;
        this.slots = slots;
    }

    void check(IpFamily family, Faults faults) {
        pools.superSpineLoopbacks().check(family, slots.count(Tier.SUPER_SPINE), faults);
        pools.spineLoopbacks().check(family, slots.count(Tier.SPINE), faults);
        pools.leafLoopbacks().check(family, slots.count(Tier.LEAF), faults);
        pools.nodeLoopbacks().check(family, slots.count(Tier.NODE), faults);
        pools.anycastVteps().check(family, sites.count(), faults);
    }

    /** The loopback of a switch or node; also the primary VTEP address of a leaf. */
    public IpAddress loopback(int device, IpFamily family) {
        return pool(Tier.of(wiring, device)).at(family, slots.slot(device));
    }

    private AddressPool pool(Tier tier) {
        return switch (tier) {
            case NODE -> pools.nodeLoopbacks();
            case LEAF -> pools.leafLoopbacks();
            case SPINE -> pools.spineLoopbacks();
            case SUPER_SPINE -> pools.superSpineLoopbacks();
            case EXTERNAL, OUT_OF_BAND ->
                throw new IllegalArgumentException("a device of tier " + tier + " has no loopback of ours");
        };
    }

    /** The VTEP address that the MLAG pair of this leaf shares. */
    public IpAddress anycastVtep(int leaf, IpFamily family) {
        return pools.anycastVteps().at(family, sites.siteOf(leaf));
    }
}
