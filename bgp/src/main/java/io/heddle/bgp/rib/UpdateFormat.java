package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.NlriCodec;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How an update group writes: attribute sets encoded once each, with a hole where every member's own address goes. Single-threaded.
 */
final class UpdateFormat {

    /** Header, both lengths. */
    private static final int ATTRIBUTES_AT = 23;
    /** Flags, type and length of MP_REACH_NLRI, family, length of the next hop. */
    private static final int MP_NEXT_HOP_AT = ATTRIBUTES_AT + 8;
    /** Room for at least one route behind the attributes, MP_REACH_NLRI's head included. */
    private static final int LEAST_ROOM = 320;

    /** RFC 4271 section 4.3: type of the attribute, and the flag of two octets of length. */
    private static final int NEXT_HOP = 3;

    private static final int EXTENDED_LENGTH = 0x10;

    private static final int GOOD_ROOM = 1024;

    /** What is asked of a segment for a withdrawal. */
    static final int WITHDRAWAL_ROOM = 1024;

    private final SessionOptions options;
    private final NlriCodec codec;
    private final AttributeTable attributes;
    private final NextHop ownAddress;
    private final UpdateEncoder updates;
    private final AttributeEncoder encoder;
    private byte[] @Nullable [] encoded = {};
    private int[] serial = {};
    /** Where in the encoded attributes the hole is; 0 for none, since ORIGIN comes first. */
    private int[] hole = {};

    private int nextHopAt;

    /**
     * A format.
     *
     * @param ownAddress stands for the address of whichever member: only its length matters
     */
    UpdateFormat(SessionOptions options, NlriCodec codec, AttributeTable attributes, NextHop ownAddress) {
        this.options = options;
        this.codec = codec;
        this.attributes = attributes;
        this.ownAddress = ownAddress;
        updates = new UpdateEncoder(options);
        encoder = new AttributeEncoder(options);
    }

    /** What is asked of a segment, so that an announcement has room for a good many routes, but none is wasted on room for all. */
    int announcementRoom(int set) {
        return Math.min(options.maxMessageLength(), ATTRIBUTES_AT + encoded(set).length + GOOD_ROOM);
    }

    /** Whether a message with these attributes has room for a route. */
    boolean fits(int set) {
        return encoded(set).length + ATTRIBUTES_AT + LEAST_ROOM <= options.maxMessageLength();
    }

    UpdateEncoder announce(int set, byte[] out, int at) {
        byte[] block = encoded(set);
        AttributeSet content = attributes.set(set);
        boolean own = content.nextHop().isEmpty();
        NextHop nextHop = content.nextHop().orElse(ownAddress);
        boolean inside = UpdateEncoder.nextHopInside(codec, nextHop);
        nextHopAt = own ? inside ? ATTRIBUTES_AT + hole[set] : MP_NEXT_HOP_AT : Segment.NO_NEXT_HOP;
        if (!updates.announce(out, at, out.length, codec, nextHop, block, 0, block.length)) {
            throw new IllegalStateException(block.length + " bytes of attributes do not fit: " + content);
        }
        return updates;
    }

    UpdateEncoder withdraw(byte[] out, int at) {
        if (!updates.withdraw(out, at, out.length, codec)) {
            throw new IllegalStateException("no room for a withdrawal at " + at + " of " + out.length);
        }
        return updates;
    }

    /** Where the address goes in the announcement last begun at {@code start}, or {@link Segment#NO_NEXT_HOP}. */
    int nextHopAt(int start) {
        return nextHopAt == Segment.NO_NEXT_HOP ? nextHopAt : start + nextHopAt;
    }

    private byte[] encoded(int set) {
        if (set >= serial.length) {
            int longer = Math.max(8, attributes.limit() + (attributes.limit() >> 1));
            encoded = Arrays.copyOf(encoded, longer);
            serial = Arrays.copyOf(serial, longer);
            hole = Arrays.copyOf(hole, longer);
        }
        byte[] known = encoded[set];
        if (known != null && serial[set] == attributes.serial(set)) {
            return known;
        }
        AttributeSet content = attributes.set(set);
        boolean own = content.nextHop().isEmpty();
        AttributeSet written = own ? content.withNextHop(ownAddress) : content;
        boolean inside = UpdateEncoder.nextHopInside(codec, written);
        byte[] fresh = Arrays.copyOf(encoder.bytes(), encoder.encode(written, inside));
        System.arraycopy(encoder.bytes(), 0, fresh, 0, fresh.length);
        encoded[set] = fresh;
        serial[set] = attributes.serial(set);
        hole[set] = own && inside ? nextHopValue(fresh) : 0;
        return fresh;
    }

    private static int nextHopValue(byte[] block) {
        int at = 0;
        while ((block[at + 1] & 0xFF) != NEXT_HOP) {
            boolean extended = (block[at] & EXTENDED_LENGTH) != 0;
            at += extended ? 4 + ((block[at + 2] & 0xFF) << 8 | block[at + 3] & 0xFF) : 3 + (block[at + 2] & 0xFF);
        }
        return at + 3;
    }
}
