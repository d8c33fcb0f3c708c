package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.NlriCodec;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The routes of an established session, both ways. Single-threaded. */
public final class PeerRoutes {

    /** End of RIB and the messages about refreshes are shorter. */
    private static final int END_LENGTH = 32;

    private final RouteSource source;
    private final SessionOptions options;
    private final NextHop own;
    private final Intake intake;
    private final SortedMap<AddressFamilyId, In> incoming = new TreeMap<>();
    private final List<Out> outgoing = new ArrayList<>();
    private final Map<AddressFamilyId, Integer> limits;
    private final RouteCounters counters = new RouteCounters();
    private final AttributeTable attributes;
    private boolean awaitsMemberships;
    private boolean cutShort;

    PeerRoutes(
            RouteSource source,
            SessionOptions options,
            NextHop own,
            Intake intake,
            AttributeTable attributes,
            Map<AddressFamilyId, Integer> limits) {
        this.source = source;
        this.options = options;
        this.own = own;
        this.intake = intake;
        this.attributes = attributes;
        this.limits = limits;
        awaitsMemberships = options.families().contains(AddressFamilyId.ROUTE_TARGET);
    }

    /** What comes in of a family. */
    final class In {

        private final RouteTable table;
        private final RouteMemo imports;
        private final ImportKey importKey;

        In(RouteTable table, RouteMemo imports, ImportKey importKey) {
            this.table = table;
            this.imports = imports;
            this.importKey = importKey;
        }

        ImportKey importKey() {
            return importKey;
        }

        RouteTable table() {
            return table;
        }

        RouteMemo imports() {
            return imports;
        }

        boolean asksForPrefix() {
            return imports.asksForPrefix();
        }

        /** The set after import, held, or {@link AttributeTable#NONE}. */
        int use(int received, RouteSource from, int destination) {
            return imports.apply(received, from, destination);
        }

        /** Lets go of what {@link #use} gave. */
        void let(int used) {
            if (used != AttributeTable.NONE) {
                attributes.release(used);
            }
        }
    }

    /** What goes out of a family. */
    static final class Out {

        private final AddressFamilyId family;
        private GroupMember member;
        private UpdateGroup group;
        /** The end of a refresh is due instead of the end of RIB. */
        private boolean refreshing;

        Out(AddressFamilyId family, UpdateGroup group, GroupMember member) {
            this.family = family;
            this.group = group;
            this.member = member;
        }

        AddressFamilyId family() {
            return family;
        }

        UpdateGroup group() {
            return group;
        }

        GroupMember member() {
            return member;
        }

        void moveTo(UpdateGroup other, GroupMember as) {
            group = other;
            member = as;
        }
    }

    public RouteSource source() {
        return source;
    }

    public SessionOptions options() {
        return options;
    }

    /** The address other routers reach us at over this session. */
    NextHop own() {
        return own;
    }

    public RouteCounters counters() {
        return counters;
    }

    SortedMap<AddressFamilyId, In> incoming() {
        return incoming;
    }

    List<Out> outgoing() {
        return outgoing;
    }

    @Nullable
    In in(@Nullable NlriCodec codec) {
        return codec == null ? null : incoming.get(codec.family());
    }

    /**
     * Whether the peer has not yet said all that it wants by route targets (RFC 4684 section 6): until then the end of RIB is not told in
     * the families that this is about.
     */
    public boolean awaitsMemberships() {
        return awaitsMemberships;
    }

    /** The peer has said it, or has been waited for long enough. */
    public void hasMemberships() {
        awaitsMemberships = false;
    }

    /** Takes the UPDATE in {@code in[from..to)}. */
    public Taken take(byte[] in, int from, int to) {
        return intake.take(this, in, from, to);
    }

    Taken withinLimits() {
        if (limits.isEmpty()) {
            return Taken.FINE;
        }
        for (Map.Entry<AddressFamilyId, In> each : incoming.entrySet()) {
            int limit = limits.getOrDefault(each.getKey(), 0);
            int count = each.getValue().table().pathCount(source.number());
            if (limit > 0 && count > limit) {
                return new Taken.Reset(
                        BgpMessage.Notification.of(NotificationReason.MAXIMUM_PREFIXES_REACHED),
                        count + " routes of " + each.getKey() + ", the limit is " + limit + " (RFC 4486)");
            }
        }
        return Taken.FINE;
    }

    /** Writes UPDATEs, whole messages, and returns the end; where it began means that there is nothing to send. */
    public int fill(byte[] out, int from, int to) {
        int at = from;
        cutShort = false;
        for (Out each : outgoing) {
            at = each.member.fill(out, at, to);
            cutShort |= each.member.wasCutShort();
            if (to - at < END_LENGTH) {
                break;
            }
            if ((each.member.filter() == null || !awaitsMemberships) && each.member.takeEnd()) {
                at = each.refreshing
                        ? MessageCodec.encode(
                                new BgpMessage.RouteRefresh(each.family, BgpMessage.RouteRefresh.END), out, at)
                        : UpdateEncoder.endOfRib(each.family, out, at);
                each.refreshing = false;
            }
        }
        counters.bytesSent += at - from;
        return at;
    }

    /** Sends everything of a family again (RFC 2918), marking the end if the peer knows that (RFC 7313). */
    public void repeat(AddressFamilyId family, boolean marked) {
        for (Out each : outgoing) {
            if (each.family.equals(family)) {
                each.member.repeatAll();
                if (marked) {
                    each.refreshing = true;
                    each.member.announceEnd();
                }
            }
        }
    }

    /** Whether the last {@link #fill} stopped for the work it was, with more to look at, and is to be called again. */
    public boolean wasCutShort() {
        return cutShort;
    }
}
