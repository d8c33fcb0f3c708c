package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Aggregator;
import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.attribute.RawAttribute;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Attribute sets as bytes, by type in ascending order, into an array of its own that the next set overwrites. MP_REACH_NLRI is not among
 * them: {@link UpdateEncoder} puts it in front. Single-threaded.
 */
public final class AttributeEncoder {

    /** The attributes of fixed size together, with room to spare. */
    private static final int FIXED = 256;

    private final SessionOptions options;
    private byte[] out = new byte[1024];
    private int at;

    public AttributeEncoder(SessionOptions options) {
        this.options = options;
    }

    /**
     * Encodes a set.
     *
     * @param nextHopInside whether NEXT_HOP is among the attributes: for IPv4 routes with an IPv4 next hop, see
     *     {@link UpdateEncoder#nextHopInside}
     * @return the length; the bytes stand in {@link #bytes} from 0
     */
    public int encode(AttributeSet set, boolean nextHopInside) {
        at = 0;
        PathAttributes core = set.core();
        Carried carried = set.carried();
        ensure(FIXED);
        head(AttributeType.ORIGIN, 1);
        at = BigEndian.put8(out, at, core.origin().ordinal());
        int width = options.fourOctetAs() ? 4 : 2;
        // RFC 5065 section 4.1: nobody outside sees the segments of the confederation.
        AsPath path = options.confederation() ? core.asPath() : core.asPath().withoutConfederation();
        asPath(AttributeType.AS_PATH, path, width);
        if (nextHopInside) {
            NextHop nextHop = set.nextHop().orElseThrow(() -> new IllegalArgumentException("no next hop in " + set));
            head(AttributeType.NEXT_HOP, 4);
            at = BigEndian.put32(out, at, nextHop.address().low());
        }
        if (core.med() != PathAttributes.NO_MED) {
            head(AttributeType.MULTI_EXIT_DISC, 4);
            at = BigEndian.put32(out, at, core.med());
        }
        if (!options.outside()) {
            head(AttributeType.LOCAL_PREF, 4);
            at = BigEndian.put32(out, at, core.localPref());
        }
        if (carried.atomicAggregate()) {
            head(AttributeType.ATOMIC_AGGREGATE, 0);
        }
        Aggregator aggregator = carried.aggregator();
        if (aggregator != null) {
            aggregator(AttributeType.AGGREGATOR, aggregator, width);
        }
        communities(set);
        return at;
    }

    private void communities(AttributeSet set) {
        PathAttributes core = set.core();
        if (!core.communities().isEmpty()) {
            head(AttributeType.COMMUNITIES, 4 * core.communities().size());
            for (var each : core.communities()) {
                at = BigEndian.put32(out, at, (long) each.asn() << 16 | each.value());
            }
        }
        if (!options.outside() && core.originatorId() != null) {
            head(AttributeType.ORIGINATOR_ID, 4);
            at = BigEndian.put32(out, at, core.originatorId().low());
        }
        if (!options.outside() && !core.clusterList().isEmpty()) {
            head(AttributeType.CLUSTER_LIST, 4 * core.clusterList().size());
            for (var each : core.clusterList()) {
                at = BigEndian.put32(out, at, each.low());
            }
        }
        if (!set.extendedCommunities().isEmpty()) {
            head(
                    AttributeType.EXTENDED_COMMUNITIES,
                    8 * set.extendedCommunities().size());
            for (var each : set.extendedCommunities()) {
                at = BigEndian.put64(out, at, each.value());
            }
        }
        if (!options.fourOctetAs()) {
            forOldSpeakers(set);
        }
        Iterator<RawAttribute> others = set.carried().others().iterator();
        RawAttribute next = others.hasNext() ? others.next() : null;
        for (; next != null && next.type() < AttributeType.LARGE_COMMUNITIES; next = step(others)) {
            raw(next);
        }
        if (!set.largeCommunities().isEmpty()) {
            head(AttributeType.LARGE_COMMUNITIES, 12 * set.largeCommunities().size());
            for (var each : set.largeCommunities()) {
                at = BigEndian.put32(out, at, each.administrator());
                at = BigEndian.put32(out, at, each.data1());
                at = BigEndian.put32(out, at, each.data2());
            }
        }
        for (; next != null && next.type() < AttributeType.ONLY_TO_CUSTOMER; next = step(others)) {
            raw(next);
        }
        if (set.carried().onlyToCustomer() != Carried.NO_OTC) {
            head(AttributeType.ONLY_TO_CUSTOMER, 4);
            at = BigEndian.put32(out, at, set.carried().onlyToCustomer());
        }
        for (; next != null; next = step(others)) {
            raw(next);
        }
    }

    private static @Nullable RawAttribute step(Iterator<RawAttribute> others) {
        return others.hasNext() ? others.next() : null;
    }

    /** RFC 6793 section 4.2.2: what two octets cannot say goes along in attributes that old speakers pass on. */
    private void forOldSpeakers(AttributeSet set) {
        AsPath path = set.core().asPath().withoutConfederation();
        if (AsPathEncoder.needsFourOctets(path)) {
            asPath(AttributeType.AS4_PATH, path, 4);
        }
        Aggregator aggregator = set.carried().aggregator();
        if (aggregator != null && aggregator.asn() > 0xFFFF) {
            aggregator(AttributeType.AS4_AGGREGATOR, aggregator, 4);
        }
    }

    private void asPath(int type, AsPath path, int width) {
        int length = AsPathEncoder.length(path, width);
        head(type, length);
        AsPathEncoder.encode(path, width, out, at);
        at += length;
    }

    private void aggregator(int type, Aggregator aggregator, int width) {
        head(type, width + 4);
        at = width == 4
                ? BigEndian.put32(out, at, aggregator.asn())
                : BigEndian.put16(out, at, AsPathEncoder.twoOctets(aggregator.asn()));
        at = BigEndian.put32(out, at, aggregator.address().low());
    }

    private void raw(RawAttribute attribute) {
        head(attribute.flags(), attribute.type(), attribute.value().length());
        at = attribute.value().copyInto(out, at);
    }

    private void head(int type, int length) {
        head(AttributeType.flags(type), type, length);
    }

    private void head(int flags, int type, int length) {
        ensure(length + FIXED);
        boolean extended = length > 0xFF;
        at = BigEndian.put8(out, at, flags | (extended ? AttributeType.EXTENDED_LENGTH : 0));
        at = BigEndian.put8(out, at, type);
        at = extended ? BigEndian.put16(out, at, length) : BigEndian.put8(out, at, length);
    }

    private void ensure(int room) {
        if (out.length - at < room) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, at + room));
        }
    }

    /** The attributes encoded last, from 0 to the length given. */
    public byte[] bytes() {
        return out;
    }
}
