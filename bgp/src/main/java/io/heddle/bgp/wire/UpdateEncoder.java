package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Fills UPDATEs with as many NLRI as fit. One message at a time: {@link #announce} or {@link #withdraw} begins it, {@link #add} appends
 * until it answers false, {@link #finish} ends it. Each message has one kind of NLRI, and MP_REACH_NLRI or MP_UNREACH_NLRI comes first
 * (RFC 7606 section 5.1). Reused; single-threaded.
 */
public final class UpdateEncoder {

    private static final int MP_HEAD = 4;

    private final SessionOptions options;

    private byte[] out = new byte[0];
    private int start;
    private int first;
    private int at;
    private int limit;
    private boolean pathIds;
    private @Nullable NlriCodec codec;
    /** Where the length of what the NLRI stand in is to be put; for NLRI at the end of the message 0. */
    private int lengthAt;

    private boolean announcing;
    private byte[] attributes = new byte[0];
    private int attributesFrom;
    private int attributesTo;

    public UpdateEncoder(SessionOptions options) {
        this.options = options;
    }

    /** Whether the next hop is the attribute NEXT_HOP, or stands in MP_REACH_NLRI. */
    public static boolean nextHopInside(NlriCodec codec, NextHop nextHop) {
        return codec == PrefixNlri.IPV4 && nextHop.address().isV4();
    }

    /** As {@link #nextHopInside(NlriCodec, NextHop)}, with the next hop of a set. */
    public static boolean nextHopInside(NlriCodec codec, AttributeSet set) {
        return codec == PrefixNlri.IPV4
                && set.nextHop().map(each -> each.address().isV4()).orElse(false);
    }

    /**
     * Begins an announcement at {@code into[from..)}.
     *
     * @param until what the buffer allows; the message is never longer than the session allows
     * @param encoded the attributes as {@link AttributeEncoder} wrote them, in {@code encoded[encodedFrom..encodedTo)}; they are copied by
     *     {@link #finish} at the latest
     * @return false, with nothing begun, if there is no room for the attributes
     */
    public boolean announce(
            byte[] into,
            int from,
            int until,
            NlriCodec family,
            NextHop nextHop,
            byte[] encoded,
            int encodedFrom,
            int encodedTo) {
        begin(into, from, until, family, options.addPathSend().contains(family.family()));
        attributes = encoded;
        attributesFrom = encodedFrom;
        attributesTo = encodedTo;
        announcing = true;
        int length = encodedTo - encodedFrom;
        boolean inside = nextHopInside(family, nextHop);
        int needed = MessageFrame.HEADER_LENGTH + 4 + length + (inside ? 0 : MP_HEAD + 5 + nextHop.length());
        if (start + needed >= limit) {
            return false;
        }
        at = BigEndian.put16(out, at, 0);
        if (inside) {
            at = BigEndian.put16(out, at, length);
            System.arraycopy(encoded, encodedFrom, out, at, length);
            at += length;
            lengthAt = 0;
        } else {
            at = mpHead(AttributeType.MP_REACH_NLRI, at + 2, family.family());
            at = BigEndian.put8(out, at, nextHop.length());
            at = putNextHop(nextHop, at);
            at = BigEndian.put8(out, at, 0);
            limit -= length;
        }
        first = at;
        return true;
    }

    /** Begins a withdrawal at {@code into[from..)}; see {@link #announce}. */
    public boolean withdraw(byte[] into, int from, int until, NlriCodec family) {
        begin(into, from, until, family, options.addPathSend().contains(family.family()));
        announcing = false;
        if (start + MessageFrame.HEADER_LENGTH + 4 + MP_HEAD + 3 >= limit) {
            return false;
        }
        if (family == PrefixNlri.IPV4) {
            lengthAt = at;
            at += 2;
            // The length of no attributes follows.
            limit -= 2;
        } else {
            at = BigEndian.put16(out, at, 0);
            at = mpHead(AttributeType.MP_UNREACH_NLRI, at + 2, family.family());
        }
        first = at;
        return true;
    }

    private void begin(byte[] into, int from, int until, NlriCodec family, boolean withPathIds) {
        out = into;
        start = from;
        codec = family;
        pathIds = withPathIds;
        limit = Math.min(Math.min(until, into.length), from + options.maxMessageLength());
        at = from + MessageFrame.HEADER_LENGTH;
    }

    /** Flags, type and a length of two octets to be put in later, then the family. */
    private int mpHead(int type, int from, AddressFamilyId family) {
        int next = BigEndian.put8(out, from, AttributeType.OPTIONAL | AttributeType.EXTENDED_LENGTH);
        next = BigEndian.put8(out, next, type);
        lengthAt = next;
        next = BigEndian.put16(out, next + 2, family.afi());
        return BigEndian.put8(out, next, family.safi());
    }

    private int putNextHop(NextHop nextHop, int from) {
        if (nextHop.address().isV4()) {
            return BigEndian.put32(out, from, nextHop.address().low());
        }
        int next = BigEndian.put64(out, from, nextHop.address().high());
        next = BigEndian.put64(out, next, nextHop.address().low());
        if (nextHop.linkLocal() != null) {
            next = BigEndian.put64(out, next, nextHop.linkLocal().high());
            next = BigEndian.put64(out, next, nextHop.linkLocal().low());
        }
        return next;
    }

    /**
     * Appends a prefix.
     *
     * @param pathId used only where the session sends path identifiers for the family
     * @return false if the message is full; the prefix is then not in it
     */
    public boolean add(long high, long low, int length, int pathId) {
        if (!(codec instanceof PrefixNlri prefixes)) {
            throw new IllegalStateException("a prefix for " + codec);
        }
        return took(prefixes.encode(high, low, length, out, behindPathId(pathId), limit));
    }

    /** Appends an NLRI of a family with keys; otherwise as for prefixes. */
    public boolean add(byte[] key, int keyFrom, int keyTo, byte[] payload, int payloadFrom, int payloadTo, int pathId) {
        if (!(codec instanceof KeyedNlri keyed)) {
            throw new IllegalStateException("a key for " + codec);
        }
        int next = behindPathId(pathId);
        return took(keyed.encode(key, keyFrom, keyTo, payload, payloadFrom, payloadTo, out, next, limit));
    }

    private int behindPathId(int pathId) {
        if (!pathIds) {
            return at;
        }
        return at + NlriCodec.PATH_ID_LENGTH <= limit ? BigEndian.put32(out, at, pathId) : limit;
    }

    private boolean took(int end) {
        if (end < 0) {
            return false;
        }
        at = end;
        return true;
    }

    /** Ends the message and returns its end; where nothing was added there is no message, and its end is its beginning. */
    public int finish() {
        if (at == first) {
            return start;
        }
        Arrays.fill(out, start, start + MessageFrame.LENGTH_AT, (byte) 0xFF);
        out[start + MessageFrame.TYPE_AT] = MessageFrame.UPDATE;
        if (lengthAt != 0) {
            BigEndian.put16(out, lengthAt, at - lengthAt - 2);
        }
        if (!announcing && codec == PrefixNlri.IPV4) {
            at = BigEndian.put16(out, at, 0);
        } else if (lengthAt != 0) {
            if (announcing) {
                System.arraycopy(attributes, attributesFrom, out, at, attributesTo - attributesFrom);
                at += attributesTo - attributesFrom;
            }
            int body = start + MessageFrame.HEADER_LENGTH;
            BigEndian.put16(out, body + 2, at - body - 4);
        }
        return MessageFrame.close(out, start, at);
    }

    /** Writes the end of RIB of a family (RFC 4724 section 2), 23 or 30 octets, and returns its end. */
    public static int endOfRib(AddressFamilyId family, byte[] out, int at) {
        int next = MessageFrame.put(out, at, MessageFrame.UPDATE);
        next = BigEndian.put16(out, next, 0);
        if (family.equals(AddressFamilyId.IPV4_UNICAST)) {
            return MessageFrame.close(out, at, BigEndian.put16(out, next, 0));
        }
        next = BigEndian.put16(out, next, 6);
        next = BigEndian.put8(out, next, AttributeType.OPTIONAL);
        next = BigEndian.put8(out, next, AttributeType.MP_UNREACH_NLRI);
        next = BigEndian.put8(out, next, 3);
        next = BigEndian.put16(out, next, family.afi());
        return MessageFrame.close(out, at, BigEndian.put8(out, next, family.safi()));
    }
}
