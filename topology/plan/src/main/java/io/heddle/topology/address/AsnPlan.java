package io.heddle.topology.address;

import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.net.Asn;
import io.heddle.topology.design.AsnScheme;
import io.heddle.topology.design.LeafAsn;
import io.heddle.topology.design.NodeAsn;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;
import java.util.OptionalInt;

/**
 * AS numbers by RFC 7938 section 5.2.1: super-spines share one, the spines of a group share one, border leafs have one each, leafs and
 * nodes follow the scheme. (Spines of one plane in different groups must not share: a route from one group reaches the other through
 * both, and would be taken for a loop.)
 *
 * <p>Two-octet private numbers (RFC 6996) if all fit, else four-octet ones for all. Numbers of external routers are stepped over. Order:
 * super-spines, groups of spines, shared numbers, border leafs, then rack by rack with equal room for each.
 */
public final class AsnPlan {

    private static final int OUTSIDE = 16;

    private final Wiring wiring;
    private final Sites sites;
    private final AsnScheme scheme;
    private final int groups;
    private final int borders;
    private final int leafRoom;
    private final int nodeRoom;
    private final long base;
    private final long[] stepOver;

    AsnPlan(Wiring wiring, Sites sites, AsnScheme scheme, Faults faults) {
        this.wiring = wiring;
        this.sites = sites;
        this.scheme = scheme;
        int mostGroups = 1;
        int borderCount = 0;
        for (int i = 0; i < wiring.switchCount(); i++) {
            mostGroups = Math.max(mostGroups, group(i) + 1);
            borderCount += Tier.of(wiring, i) == Tier.LEAF && sites.siteOf(i) == Sites.NONE ? 1 : 0;
        }
        groups = mostGroups;
        borders = Slots.roundUp(Math.max(OUTSIDE, borderCount));
        leafRoom = switch (scheme.leaf()) {
            case PER_LEAF -> sites.mostLeafs();
            case PER_RACK -> 1;
            case SHARED -> 0;
        };
        nodeRoom = scheme.node() == NodeAsn.PER_NODE ? sites.mostNodes() : 0;
        long needed = firstInRack() + (long) sites.count() * (leafRoom + nodeRoom);
        stepOver = wiring.fabric().exits().stream()
                .map(ExternalExit::asn)
                .mapToLong(Asn::value)
                .distinct()
                .sorted()
                .toArray();
        long twoOctet = Asn.LAST_PRIVATE_16 - Asn.FIRST_PRIVATE_16 + 1 - stepOver.length;
        base = needed <= twoOctet ? Asn.FIRST_PRIVATE_16 : Asn.FIRST_PRIVATE_32;
        long fourOctet = Asn.LAST_PRIVATE_32 - Asn.FIRST_PRIVATE_32 + 1 - stepOver.length;
        if (needed > fourOctet) {
            faults.add("AS numbers", needed + " needed", "at most " + fourOctet);
        }
    }

    private int group(int spine) {
        OptionalInt group = wiring.switchAt(spine).group();
        return Tier.of(wiring, spine) == Tier.SPINE ? group.orElse(0) : 0;
    }

    /** One for super-spines, one a group, one each for shared leafs and nodes. */
    private int firstOutside() {
        return 1 + groups + 2;
    }

    private int firstInRack() {
        return firstOutside() + borders;
    }

    /** The AS of a switch, of a node where nodes have one, or of an external router. */
    public Asn of(int device) {
        return switch (Tier.of(wiring, device)) {
            case SUPER_SPINE -> number(0);
            case SPINE -> number(1 + group(device));
            case LEAF -> leaf(device);
            case NODE -> node(device);
            case EXTERNAL -> wiring.exitAt(device).asn();
            case OUT_OF_BAND -> throw new IllegalArgumentException("an out-of-band switch has no AS");
        };
    }

    private Asn leaf(int leaf) {
        int site = sites.siteOf(leaf);
        if (site == Sites.NONE) {
            return number(firstOutside() + sites.positionOf(leaf));
        }
        return switch (scheme.leaf()) {
            case SHARED -> number(1 + groups);
            case PER_RACK -> number(rack(site));
            case PER_LEAF -> number(rack(site) + sites.positionOf(leaf));
        };
    }

    private Asn node(int node) {
        int site = sites.siteOf(node);
        return switch (scheme.node()) {
            case SHARED -> number(2 + groups);
            case RACK -> number(scheme.leaf() == LeafAsn.SHARED ? 1 + groups : rack(site));
            case PER_NODE -> number(rack(site) + leafRoom + sites.positionOf(node));
            case NONE -> throw new IllegalArgumentException("nodes have no AS");
        };
    }

    private long rack(int site) {
        return firstInRack() + (long) site * (leafRoom + nodeRoom);
    }

    private Asn number(long index) {
        long number = base + index;
        for (long each : stepOver) {
            if (each >= base && each <= number) {
                number++;
            }
        }
        return new Asn(number);
    }
}
