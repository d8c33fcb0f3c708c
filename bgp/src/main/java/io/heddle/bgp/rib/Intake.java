package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AttributeBlock;
import io.heddle.bgp.wire.AttributeDecoder;
import io.heddle.bgp.wire.AttributeFault;
import io.heddle.bgp.wire.AttributeOutcome;
import io.heddle.bgp.wire.KeyedCursor;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.NlriRange;
import io.heddle.bgp.wire.PrefixCursor;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.UpdateVerdict;
import io.heddle.bgp.wire.UpdateView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes UPDATEs into the tables. A known attribute block costs a hash and a comparison; an unknown one is decoded and judged once. No
 * byte of the message is kept. Single-threaded.
 */
final class Intake {

    private static final int NONE = AttributeTable.NONE;
    private static final int CONTEXT_BITS = 3;

    private final AttributeTable attributes;
    private final UpdateView view;
    private final PrefixCursor prefixes = new PrefixCursor();
    private final Map<KeyedNlri, KeyedCursor> cursors = new HashMap<>();
    private byte[] scratch = {};
    /** What is wrong with the block at hand, if it asks for more than dropping attributes. */
    private @Nullable AttributeFault reset;

    Intake(AddressFamilies families, AttributeTable attributes) {
        this.attributes = attributes;
        view = new UpdateView(families);
    }

    Taken take(PeerRoutes peer, byte[] in, int from, int to) {
        peer.counters().updatesReceived++;
        return switch (view.parse(in, from, to, peer.options())) {
            case UpdateVerdict.Sound _ -> {
                withdraw(peer, view.withdrawn());
                withdraw(peer, view.mpWithdrawn());
                reset = null;
                announce(peer, view.announced(), view.block());
                announce(peer, view.mpAnnounced(), view.mpBlock());
                AttributeFault fault = reset;
                yield fault == null ? peer.withinLimits() : asReset(fault);
            }
            case UpdateVerdict.EndOfRib end -> new Taken.EndOfRib(end.family());
            case UpdateVerdict.TreatAsWithdraw _ -> {
                peer.counters().treatedAsWithdrawn++;
                withdraw(peer, view.withdrawn());
                withdraw(peer, view.mpWithdrawn());
                withdraw(peer, view.announced());
                withdraw(peer, view.mpAnnounced());
                yield Taken.FINE;
            }
            case UpdateVerdict.Reset reset -> asReset(reset.fault());
        };
    }

    private static Taken asReset(AttributeFault fault) {
        return new Taken.Reset(
                fault.notification(),
                fault.reason().text() + " in attribute " + fault.attribute() + " (" + fault.section() + ")");
    }

    private void withdraw(PeerRoutes peer, NlriRange range) {
        PeerRoutes.In in = range.isEmpty() ? null : peer.in(range.codec());
        if (in == null) {
            return;
        }
        RouteTable table = in.table();
        switch (table.keys) {
            case Ipv4Keys keys -> {
                prefixes.over(PrefixNlri.IPV4, range.bytes(), range.from(), range.to(), range.addPath());
                while (prefixes.next()) {
                    remove(peer, table, keys.find((int) prefixes.low(), prefixes.length()), prefixes.pathId());
                }
            }
            case Ipv6Keys keys -> {
                prefixes.over(PrefixNlri.IPV6, range.bytes(), range.from(), range.to(), range.addPath());
                while (prefixes.next()) {
                    remove(
                            peer,
                            table,
                            keys.find(prefixes.high(), prefixes.low(), prefixes.length()),
                            prefixes.pathId());
                }
            }
            case ByteKeys keys -> {
                KeyedCursor cursor = cursor(keys.nlri(), range);
                while (cursor.next()) {
                    remove(peer, table, keys.find(cursor.key(), cursor.keyLength()), cursor.pathId());
                }
            }
        }
    }

    private static void remove(PeerRoutes peer, RouteTable table, int destination, int pathId) {
        peer.counters().prefixesWithdrawn++;
        if (destination != DestinationKeys.NONE) {
            table.remove(peer.source().number(), destination, pathId);
        }
    }

    private KeyedCursor cursor(KeyedNlri nlri, NlriRange range) {
        KeyedCursor cursor = cursors.computeIfAbsent(nlri, KeyedNlri::cursor);
        cursor.over(range.bytes(), range.from(), range.to(), range.addPath());
        return cursor;
    }

    private void announce(PeerRoutes peer, NlriRange range, AttributeBlock block) {
        PeerRoutes.In in = range.isEmpty() ? null : peer.in(range.codec());
        if (in == null) {
            return;
        }
        RouteTable table = in.table();
        if (table.keys instanceof ByteKeys keys) {
            announceKeyed(peer, in, keys, range, block);
            return;
        }
        int context = context(peer, range);
        int received = attributes.find(block.bytes(), block.from(), block.to(), context);
        if (received == NONE) {
            received = decode(peer, block, block.bytes(), block.from(), block.to(), context, Octets.EMPTY);
            if (received == NONE) {
                withdraw(peer, range);
                return;
            }
        } else {
            attributes.hold(received);
        }
        if (table.keys instanceof Ipv4Keys keys) {
            prefixes.over(PrefixNlri.IPV4, range.bytes(), range.from(), range.to(), range.addPath());
            int used = NONE;
            for (boolean first = true; prefixes.next(); first = false) {
                int to = table.registered(keys.add((int) prefixes.low(), prefixes.length()));
                used = put(peer, in, to, prefixes.pathId(), received, used, first);
            }
            in.let(used);
        } else if (table.keys instanceof Ipv6Keys keys) {
            prefixes.over(PrefixNlri.IPV6, range.bytes(), range.from(), range.to(), range.addPath());
            int used = NONE;
            for (boolean first = true; prefixes.next(); first = false) {
                int to = table.registered(keys.add(prefixes.high(), prefixes.low(), prefixes.length()));
                used = put(peer, in, to, prefixes.pathId(), received, used, first);
            }
            in.let(used);
        }
        attributes.release(received);
    }

    /** Puts a route; import is worked out for the first of a block, and for each one only where policy looks at prefixes. */
    private int put(PeerRoutes peer, PeerRoutes.In in, int to, int pathId, int received, int used, boolean first) {
        peer.counters().prefixesAnnounced++;
        int now = used;
        if (first || in.asksForPrefix()) {
            in.let(used);
            now = in.use(received, peer.source(), to);
        }
        in.table().put(peer.source().number(), to, pathId, received, now);
        return now;
    }

    private void announceKeyed(
            PeerRoutes peer, PeerRoutes.In in, ByteKeys keys, NlriRange range, AttributeBlock block) {
        int context = context(peer, range);
        int blockLength = block.length();
        if (scratch.length < blockLength + 256) {
            scratch = new byte[blockLength + 256];
        }
        System.arraycopy(block.bytes(), block.from(), scratch, 0, blockLength);
        KeyedCursor cursor = cursor(keys.nlri(), range);
        int end = -1;
        int received = NONE;
        int used = NONE;
        while (cursor.next()) {
            int payload = cursor.payloadLength();
            boolean same = received != NONE
                    && end == blockLength + payload
                    && Arrays.equals(scratch, blockLength, end, cursor.payload(), 0, payload);
            if (!same) {
                letGo(in, received, used);
                end = blockLength + payload;
                scratch = scratch.length < end ? Arrays.copyOf(scratch, end) : scratch;
                System.arraycopy(cursor.payload(), 0, scratch, blockLength, payload);
                received = attributes.find(scratch, 0, end, context);
                if (received == NONE) {
                    Octets content = Octets.copyOf(cursor.payload(), 0, payload);
                    received = decode(peer, block, scratch, 0, end, context, content);
                } else {
                    attributes.hold(received);
                }
                if (received == NONE) {
                    withdraw(peer, range);
                    return;
                }
                used = in.use(received, peer.source(), 0);
            }
            peer.counters().prefixesAnnounced++;
            int to = in.table().registered(keys.add(cursor.key(), cursor.keyLength()));
            in.table().put(peer.source().number(), to, cursor.pathId(), received, used);
        }
        letGo(in, received, used);
    }

    private void letGo(PeerRoutes.In in, int received, int used) {
        if (received != NONE) {
            in.let(used);
            attributes.release(received);
        }
    }

    /** Decodes a block that is not known yet and adds it under {@code bytes[from..to)}; {@link #NONE} if its routes are not to be had. */
    private int decode(
            PeerRoutes peer, AttributeBlock block, byte[] bytes, int from, int to, int context, Octets payload) {
        return switch (AttributeDecoder.decode(block.bytes(), block.from(), block.to(), peer.options())) {
            case AttributeOutcome.Usable usable -> {
                peer.counters().attributesDiscarded += usable.discarded().size();
                yield attributes.add(bytes, from, to, context, usable.attributes(), payload);
            }
            case AttributeOutcome.Withdraw _ -> {
                peer.counters().treatedAsWithdrawn++;
                yield NONE;
            }
            case AttributeOutcome.Reset fault -> {
                reset = fault.fault();
                yield NONE;
            }
        };
    }

    private static int context(PeerRoutes peer, NlriRange range) {
        var codec = range.codec();
        return peer.options().attributeContext()
                | (codec == null ? 0 : codec.family().code()) << CONTEXT_BITS;
    }
}
