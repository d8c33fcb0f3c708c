package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.RawAttribute;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and judges an attribute block: each attribute by its own section of RFC 7606, the strongest of what they ask for decides
 * (section 3 h). One use.
 */
public final class AttributeDecoder {

    private final byte[] in;
    private final SessionOptions options;
    private final AttributeWalk walk = new AttributeWalk();
    private final AttributeDraft draft = new AttributeDraft();
    private final List<AttributeFault> faults = new ArrayList<>(0);
    private final long[] seen = new long[4];

    private AttributeDecoder(byte[] in, SessionOptions options) {
        this.in = in;
        this.options = options;
    }

    /**
     * Decodes the block in {@code bytes[from..to)}, as {@link AttributeBlock} has it. The outcome depends on nothing but these bytes and
     * {@link SessionOptions#attributeContext}.
     */
    public static AttributeOutcome decode(byte[] bytes, int from, int to, SessionOptions options) {
        return new AttributeDecoder(bytes, options).run(from, to);
    }

    private AttributeOutcome run(int from, int to) {
        walk.over(in, from, to);
        while (walk.next()) {
            if (isSeen(walk.type)) {
                discard(NotificationReason.MALFORMED_ATTRIBUTE_LIST, "RFC 7606 section 3 g");
            } else {
                seen[walk.type >> 6] |= 1L << walk.type;
                attribute();
            }
        }
        if (walk.isCut()) {
            withdraw(
                    NotificationReason.ATTRIBUTE_LENGTH_ERROR, Octets.copyOf(in, walk.start, to), "RFC 7606 section 4");
        }
        checkPresent();
        if (faults.isEmpty()) {
            return new AttributeOutcome.Usable(draft.finish(), List.of());
        }
        AttributeFault reset = first(AttributeFault.Action.RESET_SESSION);
        if (reset != null) {
            return new AttributeOutcome.Reset(reset);
        }
        return first(AttributeFault.Action.TREAT_AS_WITHDRAW) == null
                ? new AttributeOutcome.Usable(draft.finish(), List.copyOf(faults))
                : new AttributeOutcome.Withdraw(List.copyOf(faults));
    }

    private @Nullable AttributeFault first(AttributeFault.Action action) {
        return faults.stream()
                .filter(each -> each.action() == action)
                .findFirst()
                .orElse(null);
    }

    /** RFC 7606 section 3 d. */
    private void checkPresent() {
        missing(AttributeType.ORIGIN);
        missing(AttributeType.AS_PATH);
        if (!isSeen(AttributeType.MP_REACH_NLRI)) {
            missing(AttributeType.NEXT_HOP);
        }
        if (!options.outside()) {
            missing(AttributeType.LOCAL_PREF);
        }
    }

    /** One bit a type. */
    private boolean isSeen(int type) {
        return (seen[type >> 6] >> type & 1) != 0;
    }

    private void missing(int type) {
        if (!isSeen(type)) {
            faults.add(new AttributeFault(
                    type,
                    AttributeFault.Action.TREAT_AS_WITHDRAW,
                    NotificationReason.MISSING_WELL_KNOWN_ATTRIBUTE,
                    Octets.of((byte) type),
                    "RFC 7606 section 3 d"));
        }
    }

    private void attribute() {
        if (AttributeType.flagsConflict(walk.type, walk.flags)) {
            withdraw(NotificationReason.ATTRIBUTE_FLAGS_ERROR, "RFC 7606 section 3 c");
            return;
        }
        switch (walk.type) {
            case AttributeType.ORIGIN -> origin();
            case AttributeType.AS_PATH -> asPath();
            case AttributeType.NEXT_HOP -> nextHop();
            case AttributeType.MULTI_EXIT_DISC -> {
                if (hasLength(4, "RFC 7606 section 7.4")) {
                    draft.med = BigEndian.u32(in, walk.value);
                }
            }
            case AttributeType.LOCAL_PREF -> {
                if (isOfInside("RFC 7606 section 7.5") && hasLength(4, "RFC 7606 section 7.5")) {
                    draft.localPref = BigEndian.u32(in, walk.value);
                }
            }
            case AttributeType.ATOMIC_AGGREGATE -> {
                draft.atomicAggregate = walk.length() == 0;
                if (!draft.atomicAggregate) {
                    discard(NotificationReason.ATTRIBUTE_LENGTH_ERROR, "RFC 7606 section 7.6");
                }
            }
            case AttributeType.AGGREGATOR -> aggregator();
            case AttributeType.COMMUNITIES -> {
                if (isListOf(4, "RFC 7606 section 7.8")) {
                    draft.communities = CommunityDecoder.communities(in, walk.value, walk.end);
                }
            }
            case AttributeType.ORIGINATOR_ID -> {
                if (isOfInside("RFC 7606 section 7.9") && hasLength(4, "RFC 7606 section 7.9")) {
                    draft.originatorId = IpAddress.v4(BigEndian.u32(in, walk.value));
                }
            }
            case AttributeType.CLUSTER_LIST -> {
                if (isOfInside("RFC 7606 section 7.10") && isListOf(4, "RFC 7606 section 7.10")) {
                    draft.clusterList = CommunityDecoder.identifiers(in, walk.value, walk.end);
                }
            }
            case AttributeType.MP_REACH_NLRI -> mpNextHop();
            case AttributeType.EXTENDED_COMMUNITIES -> {
                if (isListOf(8, "RFC 7606 section 7.14")) {
                    draft.extendedCommunities = CommunityDecoder.extended(in, walk.value, walk.end);
                }
            }
            case AttributeType.AS4_PATH -> as4Path();
            case AttributeType.AS4_AGGREGATOR -> as4Aggregator();
            case AttributeType.LARGE_COMMUNITIES -> {
                if (isListOf(12, "RFC 8092 section 6")) {
                    draft.largeCommunities = CommunityDecoder.large(in, walk.value, walk.end);
                }
            }
            case AttributeType.ONLY_TO_CUSTOMER -> {
                if (hasLength(4, "RFC 9234 section 5")) {
                    draft.onlyToCustomer = BigEndian.u32(in, walk.value);
                }
            }
            default -> other();
        }
    }

    private void origin() {
        if (!hasLength(1, "RFC 7606 section 7.1")) {
            return;
        }
        int number = in[walk.value] & 0xFF;
        if (number >= Origin.values().length) {
            withdraw(NotificationReason.INVALID_ORIGIN, "RFC 7606 section 7.1");
        } else {
            draft.origin = Origin.values()[number];
        }
    }

    private void asPath() {
        AsPath path =
                AsPathDecoder.decode(in, walk.value, walk.end, options.fourOctetAs() ? 4 : 2, options.confederation());
        if (path == null) {
            withdraw(NotificationReason.MALFORMED_AS_PATH, Octets.EMPTY, "RFC 7606 section 7.2");
        } else {
            draft.asPath = path;
        }
    }

    private void nextHop() {
        if (!hasLength(4, "RFC 7606 section 7.3")) {
            return;
        }
        NextHop nextHop = NextHop.of(IpAddress.v4(BigEndian.u32(in, walk.value)));
        if (NextHopDecoder.isHost(nextHop)) {
            draft.nextHop = nextHop;
        } else {
            withdraw(NotificationReason.INVALID_NEXT_HOP, "RFC 4271 section 6.3");
        }
    }

    private void mpNextHop() {
        NextHop nextHop = NextHopDecoder.decode(in, walk.value, walk.end);
        if (nextHop != null && NextHopDecoder.isHost(nextHop)) {
            draft.nextHop = nextHop;
        } else {
            withdraw(NotificationReason.INVALID_NEXT_HOP, "RFC 4271 section 6.3");
        }
    }

    private void aggregator() {
        draft.aggregator = AggregatorDecoder.decode(in, walk.value, walk.end, options.fourOctetAs() ? 4 : 2);
        if (draft.aggregator == null) {
            discard(NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, "RFC 7606 section 7.7");
        }
    }

    /** RFC 6793 sections 4.1 and 6: not between speakers that both know four octets; a malformed one is dropped. */
    private void as4Path() {
        AsPath path = options.fourOctetAs() ? null : AsPathDecoder.decode(in, walk.value, walk.end, 4, true);
        if (path == null || path.isEmpty()) {
            discard(NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, "RFC 6793 section 6");
        } else {
            draft.as4Path = path.withoutConfederation();
        }
    }

    private void as4Aggregator() {
        draft.as4Aggregator = options.fourOctetAs() ? null : AggregatorDecoder.decode(in, walk.value, walk.end, 4);
        if (draft.as4Aggregator == null) {
            discard(NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, "RFC 6793 section 6");
        }
    }

    private void other() {
        if ((walk.flags & AttributeType.OPTIONAL) == 0) {
            faults.add(new AttributeFault(
                    walk.type,
                    AttributeFault.Action.RESET_SESSION,
                    NotificationReason.UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE,
                    Octets.copyOf(in, walk.start, walk.end),
                    "RFC 4271 section 6.3"));
        } else if (walk.type == AttributeType.IPV6_EXTENDED_COMMUNITIES && !isListOf(20, "RFC 7606 section 7.15")) {
            return;
        } else if ((walk.flags & AttributeType.TRANSITIVE) != 0) {
            // RFC 4271 section 9: passed on, with the mark that somebody on the way did not know it.
            draft.others.add(new RawAttribute(
                    AttributeType.OPTIONAL | AttributeType.TRANSITIVE | AttributeType.PARTIAL,
                    walk.type,
                    Octets.copyOf(in, walk.value, walk.end)));
        }
    }

    private boolean hasLength(int length, String section) {
        if (walk.length() == length) {
            return true;
        }
        withdraw(NotificationReason.ATTRIBUTE_LENGTH_ERROR, section);
        return false;
    }

    private boolean isListOf(int width, String section) {
        if (walk.length() != 0 && walk.length() % width == 0) {
            return true;
        }
        withdraw(NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, section);
        return false;
    }

    /** Attributes of the inside of an AS are dropped when they come from outside. */
    private boolean isOfInside(String section) {
        if (options.outside()) {
            discard(NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, section);
            return false;
        }
        return true;
    }

    private void withdraw(NotificationReason reason, String section) {
        withdraw(reason, Octets.copyOf(in, walk.start, walk.end), section);
    }

    private void withdraw(NotificationReason reason, Octets data, String section) {
        faults.add(new AttributeFault(walk.type, AttributeFault.Action.TREAT_AS_WITHDRAW, reason, data, section));
    }

    private void discard(NotificationReason reason, String section) {
        faults.add(new AttributeFault(
                walk.type,
                AttributeFault.Action.DISCARD_ATTRIBUTE,
                reason,
                Octets.copyOf(in, walk.start, walk.end),
                section));
    }
}
