package io.heddle.controller.core;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.Pool;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which blocks a node is given: those of the plan first, the same in every run; then free ones. A node's place in the plan says which free
 * block it is offered first, so that nodes that ask in another order still get the same blocks while there are as many free ones as nodes.
 * The last blocks of a pool are given out address by address, when nothing else is left.
 */
final class Allocation {

    /** More free blocks of a pool are not looked at: a million nodes' worth. */
    private static final int MOST = 1 << 20;

    private record Room(Pool pool, int[] free, int[] lending) {}

    private final Layout layout;
    private final List<Room> rooms;

    Allocation(Layout layout) {
        this.layout = layout;
        rooms = layout.pools().stream().map(this::room).toList();
    }

    Layout layout() {
        return layout;
    }

    private Room room(Pool pool) {
        int[] unplanned = new int[Math.min(pool.blocks(), MOST)];
        int count = 0;
        for (int i = 0; i < pool.blocks() && count < MOST; i++) {
            Prefix block = pool.block(i);
            if (!isPlanned(block) && pool.reserved().stream().noneMatch(block::overlaps)) {
                unplanned[count++] = i;
            }
        }
        int lent = Math.min(layout.limits().lendingBlocks(), count);
        return new Room(
                pool, Arrays.copyOf(unplanned, count - lent), Arrays.copyOfRange(unplanned, count - lent, count));
    }

    private boolean isPlanned(Prefix block) {
        return overlaps(layout.planned().floor(block).map(each -> each.getKey()), block)
                || overlaps(layout.planned().ceiling(block).map(each -> each.getKey()), block);
    }

    private static boolean overlaps(Optional<Prefix> found, Prefix block) {
        return found.filter(each -> each.overlaps(block)).isPresent();
    }

    /** Blocks of the plan that the node does not have yet and nobody else has. */
    static List<Grant> planned(State state, NodePlace place) {
        return place.planned().stream()
                .filter(each -> state.grantedIn(each).isEmpty())
                .map(each -> new Grant(each, Grant.Kind.PLANNED))
                .toList();
    }

    /** The next block of a family, else the next single address; empty when the node has all it may have, or nothing is left. */
    Optional<Grant> next(State state, NodePlace place, NodeRecord node, IpFamily family) {
        return block(state, place, node, family).or(() -> single(state, place, node, family));
    }

    private Optional<Grant> block(State state, NodePlace place, NodeRecord node, IpFamily family) {
        long held = count(node, family, false);
        if (held >= layout.limits().blocksPerNode()) {
            return Optional.empty();
        }
        long extras = node.grants().stream()
                .filter(each -> each.kind() == Grant.Kind.EXTRA && each.prefix().family() == family)
                .count();
        for (Room room : rooms) {
            if (room.pool.family() == family && room.free.length > 0) {
                int[] free = room.free;
                int start = (int) ((place.position() + extras * layout.nodes().size()) % free.length);
                for (int i = 0; i < free.length; i++) {
                    Prefix block = room.pool.block(free[(start + i) % free.length]);
                    if (state.grantedIn(block).isEmpty()) {
                        return Optional.of(new Grant(block, Grant.Kind.EXTRA));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Grant> single(State state, NodePlace place, NodeRecord node, IpFamily family) {
        if (count(node, family, true) >= layout.limits().singlesPerNode()) {
            return Optional.empty();
        }
        for (Room room : rooms) {
            if (room.pool.family() == family) {
                for (int each : room.lending) {
                    Optional<Grant> found = address(state, room.pool.block(each), place);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The ends of a block are left out: in a bridged network they may be the subnet's own. */
    private static Optional<Grant> address(State state, Prefix block, NodePlace place) {
        long size = Math.min(block.size(), MOST) - 2;
        for (long i = 0; i < size; i++) {
            Prefix single = Prefix.host(block.address().plus(1 + (place.position() + i) % size));
            if (state.grantedIn(single).isEmpty()) {
                return Optional.of(new Grant(single, Grant.Kind.SINGLE));
            }
        }
        return Optional.empty();
    }

    private static long count(NodeRecord node, IpFamily family, boolean singles) {
        return node.grants().stream()
                .filter(each -> each.prefix().family() == family && (each.kind() == Grant.Kind.SINGLE) == singles)
                .count();
    }

    /** Why {@link #next} found nothing. */
    String exhausted(NodeRecord node, IpFamily family) {
        String which = family == IpFamily.IPV4 ? "IPv4" : "IPv6";
        return count(node, family, false) >= layout.limits().blocksPerNode()
                ? node.name() + " has " + count(node, family, false) + " blocks of " + which + ", all it may have, and "
                        + count(node, family, true) + " single addresses"
                : "no block and no single address of " + which + " is left for " + node.name();
    }
}
