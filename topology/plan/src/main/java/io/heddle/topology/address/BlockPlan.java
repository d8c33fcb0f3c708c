package io.heddle.topology.address;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of one family, handed to the nodes that run pods: rack by rack, node by node, the same number for each node. Aligned, a
 * rack's blocks begin on a power of two, so that one prefix covers them and no others.
 */
public final class BlockPlan {

    private final Prefix pool;
    private final int blockLength;
    private final int perNode;
    private final Sites sites;
    private final long rackRoom;

    private BlockPlan(Prefix pool, int blockLength, int perNode, Sites sites, boolean aligned) {
        this.pool = pool;
        this.blockLength = blockLength;
        this.perNode = perNode;
        this.sites = sites;
        long wanted = (long) sites.mostPodNodes() * perNode;
        rackRoom = aligned ? roundUp(wanted) : wanted;
    }

    static Optional<BlockPlan> of(
            Prefix pool, int blockLength, int perNode, Sites sites, boolean aligned, Faults faults) {
        if (blockLength < pool.length() || blockLength > pool.family().bits()) {
            faults.add(
                    "pod pool " + pool,
                    "block length " + blockLength,
                    "from " + pool.length() + " to " + pool.family().bits());
            return Optional.empty();
        }
        if (perNode < 1) {
            faults.add("blocks per node", Integer.toString(perNode), "at least 1");
            return Optional.empty();
        }
        BlockPlan plan = new BlockPlan(pool, blockLength, perNode, sites, aligned);
        long needed = plan.rackRoom * sites.count();
        int bits = blockLength - pool.length();
        if (bits < 62 && needed > 1L << bits) {
            faults.add(
                    "pod pool " + pool,
                    needed + " blocks of /" + blockLength + " needed"
                            + (aligned ? ", each rack's rounded up to a power of two" : ""),
                    "at most " + (1L << bits));
            return Optional.empty();
        }
        return Optional.of(plan);
    }

    private static long roundUp(long count) {
        return count <= 1 ? 1 : Long.highestOneBit(count - 1) << 1;
    }

    public IpFamily family() {
        return pool.family();
    }

    public Prefix pool() {
        return pool;
    }

    /** The blocks of a node that runs pods, in order. */
    public List<Prefix> of(int node) {
        List<Prefix> blocks = new ArrayList<>(perNode);
        long first = first(node);
        for (int i = 0; i < perNode; i++) {
            blocks.add(pool.subnet(blockLength, first + i));
        }
        return blocks;
    }

    private long first(int node) {
        return rackRoom * sites.siteOf(node) + (long) sites.podPositionOf(node) * perNode;
    }

    /** The prefix that covers the blocks of a rack; of no other rack if aligned. */
    public Prefix aggregate(int site) {
        return pool.subnet(aggregateLength(), site);
    }

    /** The length of {@link #aggregate}. */
    public int aggregateLength() {
        return blockLength - (63 - Long.numberOfLeadingZeros(roundUp(rackRoom)));
    }

    /** The site and the position among its nodes that run pods, of the node whose block would hold the address. */
    public Optional<Owner> owner(IpAddress address) {
        if (!pool.contains(address) || rackRoom == 0) {
            return Optional.empty();
        }
        long block = blockIndex(address);
        long inRack = block % rackRoom;
        return Optional.of(new Owner((int) (block / rackRoom), (int) (inRack / perNode)));
    }

    /** Who a block is handed to, if there is such a node. */
    public record Owner(int site, int podPosition) {}

    private long blockIndex(IpAddress address) {
        int shift = pool.family().bits() - blockLength;
        Prefix block = Prefix.covering(address, blockLength);
        long low = block.address().low() - pool.address().low();
        if (shift >= 64) {
            return block.address().high() - pool.address().high() >>> shift - 64;
        }
        long high = block.address().high() - pool.address().high();
        return shift == 0 ? low : high << 64 - shift | low >>> shift;
    }

    /** How many addresses the blocks of one node hold, saturated at {@link Long#MAX_VALUE}. */
    public long addressesPerNode() {
        int hostBits = pool.family().bits() - blockLength;
        return hostBits > 31 ? Long.MAX_VALUE : (long) perNode << hostBits;
    }
}
