package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.NlriCodec;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.Role;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All routes of a speaker: a {@link RouteTable} per address family, update groups, and the work on them that is done bit by bit.
 * Single-threaded.
 */
public final class Rib {

    /** Paths looked at in one slice of background work: well under a millisecond. */
    private static final int SLICE = 16_384;

    /** RFC 9494 section 4.6. */
    private static final Community NO_LLGR = new Community(0xFFFF, 7);

    private final BgpConfig router;
    private final AddressFamilies families;
    private final RandomGenerator random;
    private final AttributeTable attributes;
    private final OwnRoutes own;
    private final Intake intake;
    private final List<@Nullable RouteSource> sources = new ArrayList<>();
    private final Selection selection = new Selection();
    private final SortedMap<AddressFamilyId, RouteTable> tables = new TreeMap<>();
    private final Map<GroupKey, UpdateGroup> groups = new HashMap<>();
    private final Map<ImportKey, RouteMemo> imports = new HashMap<>();
    private final UpdatePacker packer;
    private final Memberships memberships = new Memberships();
    private final List<UpdateGroup> alarmed = new ArrayList<>();
    private final Deque<TableTask> tasks = new ArrayDeque<>();
    private final int[] chosen;
    private final GroupLimits limits;
    private final List<RouteFeed> feeds = new ArrayList<>();
    private boolean deferred;

    public Rib(BgpConfig router, AddressFamilies families, RandomGenerator random) {
        this(router, families, random, GroupLimits.DEFAULT);
    }

    Rib(BgpConfig router, AddressFamilies families, RandomGenerator random, GroupLimits limits) {
        this.limits = limits;
        this.router = router;
        this.families = families;
        this.random = random;
        attributes = new AttributeTable(random.nextLong());
        packer = new UpdatePacker(attributes);
        own = new OwnRoutes(attributes, this::tableOf);
        intake = new Intake(families, attributes);
        sources.add(new RouteSource(RouteSource.SELF, "self", RouteSourceKind.ORIGINATED, false, router.routerId(), 0));
        chosen = new int[router.maxPaths()];
    }

    // Sources and their sessions.

    /**
     * Routes may come from this source from now on.
     *
     * @throws IllegalStateException if another one has its number and still has routes
     */
    public void register(RouteSource source) {
        while (sources.size() <= source.number()) {
            sources.add(null);
        }
        sources.set(source.number(), source);
    }

    /**
     * A session is established.
     *
     * @param own the address other routers reach us at over it
     * @param limits the most paths a family may bring in
     */
    public PeerRoutes up(
            RouteSource source,
            SessionOptions options,
            PeerGroup peers,
            RouteOptions routes,
            NextHop own,
            @Nullable Role role,
            long peerAs,
            boolean longLived,
            Map<AddressFamilyId, Integer> limits) {
        register(source);
        PeerRoutes peer = new PeerRoutes(source, options, own, intake, attributes, limits);
        for (AddressFamilyId family : options.families().stream().sorted().toList()) {
            NlriCodec codec = families.codec(family);
            if (codec == null) {
                continue;
            }
            RouteTable table = table(family);
            ImportKey importKey = new ImportKey(family, peers, options.external(), role, role == null ? 0 : peerAs);
            peer.incoming().put(family, peer.new In(table, importsOf(importKey, table), importKey));
            NextHop self = own(own, family);
            GroupKey key = new GroupKey(family, peers, routes, options, self.length(), role, longLived);
            UpdateGroup group = group(key, codec, table, self);
            boolean filtered = family.hasRouteTargets() && options.families().contains(AddressFamilyId.ROUTE_TARGET);
            TargetFilter filter = filtered ? memberships.of(source.number()) : null;
            GroupMember member = group.join(source.number(), bytes(self), filter, new NumberSet());
            if (filtered) {
                memberships.watch(member);
            }
            peer.outgoing().add(new PeerRoutes.Out(family, group, member));
        }
        return peer;
    }

    private RouteMemo importsOf(ImportKey key, RouteTable table) {
        return imports.computeIfAbsent(
                key,
                made -> new RouteMemo(
                        attributes,
                        new ImportRules(router, made),
                        new DestinationFacts(table.keys, made.family()),
                        _ -> true));
    }

    private UpdateGroup group(GroupKey key, NlriCodec codec, RouteTable table, NextHop own) {
        UpdateGroup known = groups.get(key);
        if (known != null) {
            return known;
        }
        UpdateFormat format = new UpdateFormat(key.options(), codec, attributes, own);
        RouteMemo exports = new RouteMemo(
                attributes, new ExportRules(router, key), new DestinationFacts(table.keys, key.family()), format::fits);
        UpdateGroup group = key.sendsPaths()
                ? new PathsGroup(key, table, packer, format, exports, alarmed::add, limits)
                : new BestGroup(key, table, packer, format, exports, alarmed::add, limits);
        group.defer(deferred);
        groups.put(key, group);
        table.watch(group);
        return group;
    }

    /** The own address as next hop of a family. */
    private static NextHop own(NextHop address, AddressFamilyId family) {
        return family.afi() == AddressFamilyId.AFI_IPV6 ? address.ofIpv6Routes() : address;
    }

    private static byte[] bytes(NextHop own) {
        byte[] bytes = new byte[own.length()];
        int at = put(own.address(), bytes, 0);
        if (own.linkLocal() != null) {
            put(own.linkLocal(), bytes, at);
        }
        return bytes;
    }

    private static int put(IpAddress address, byte[] out, int at) {
        int octets = address.family().bits() / 8;
        for (int i = 0; i < octets; i++) {
            int shift = 8 * (octets - 1 - i);
            out[at + i] = (byte) (shift >= 64 ? address.high() >>> shift - 64 : address.low() >>> shift);
        }
        return at + octets;
    }

    /** A session is gone; its routes stay until {@link #sweep} or for as long as they are wanted. */
    public void down(PeerRoutes peer) {
        for (PeerRoutes.Out each : peer.outgoing()) {
            leave(each.group(), each.member());
        }
        peer.outgoing().clear();
    }

    private void leave(UpdateGroup group, GroupMember member) {
        if (member.filter() != null) {
            memberships.unwatch(member);
        }
        group.leave(member);
        if (group.members().isEmpty()) {
            groups.remove(group.key());
            alarmed.remove(group);
            group.table.unwatch(group);
        }
    }

    private NlriCodec codec(AddressFamilyId family) {
        NlriCodec codec = families.codec(family);
        if (codec == null) {
            throw new IllegalArgumentException("address family " + family + " is not known");
        }
        return codec;
    }

    /** Routes of a source and family become stale (RFC 4724 section 4.2). */
    public void markStale(int source, AddressFamilyId family) {
        finish(source);
        table(family).markStale(source);
    }

    /**
     * Stale routes of a source and family become long-lived: marked, and preferred least; those that say NO_LLGR go (RFC 9494 section
     * 4.2).
     */
    public void makeLongLived(int source, AddressFamilyId family) {
        RouteTable table = tables.get(family);
        if (table != null && table.pathCount(source) > 0) {
            table.changeStale(source, this::longLived);
        }
    }

    private int longLived(int set) {
        AttributeSet content = attributes.set(set);
        return content.core().has(NO_LLGR)
                ? AttributeTable.NONE
                : attributes.intern(
                        content.withCore(content.core().withCommunity(AttributeTable.LLGR_STALE)),
                        attributes.payload(set));
    }

    /** Removes routes of a source and family, bit by bit. */
    public void sweep(int source, AddressFamilyId family, boolean onlyStale) {
        RouteTable table = tables.get(family);
        if (table != null && table.pathCount(source) > 0) {
            tasks.add(new TableTask(source, from -> table.sweep(source, onlyStale, from, SLICE)));
        }
    }

    /** Removes everything a source ever sent. */
    public void sweepAll(int source) {
        tables.keySet().forEach(each -> sweep(source, each, false));
    }

    /** Ends what is still to be done about a source at once: it is back. */
    public void finish(int source) {
        for (TableTask each : List.copyOf(tasks)) {
            if (each.source() == source) {
                while (each.step()) {}
                tasks.remove(each);
            }
        }
    }

    /** Does a slice of background work; true if there is more. */
    public boolean work() {
        TableTask task = tasks.peek();
        if (task != null && !task.step()) {
            tasks.remove(task);
        }
        feeds.forEach(each -> each.tell(SLICE));
        return hasWork();
    }

    public boolean hasWork() {
        return !tasks.isEmpty() || feeds.stream().anyMatch(RouteFeed::isPending);
    }

    /** Tells a listener all routes of a family, and from then on every change, in batches, at the end of a call into the speaker. */
    public void listen(AddressFamilyId family, Consumer<List<LocRib.Change>> listener) {
        RouteTable table = table(family);
        RouteFeed feed = new RouteFeed(table, new LocRib(table, chosen), listener);
        feeds.add(feed);
        table.watch(feed);
    }

    /** Tells listeners what has changed, up to a bound. */
    public void feed() {
        feeds.forEach(each -> each.tell(SLICE));
    }

    /** Sends nothing until further notice (RFC 4724 section 4.1). */
    public void defer(boolean wait) {
        deferred = wait;
        groups.values().forEach(each -> each.defer(wait));
    }

    /** Applies another policy to a session that goes on: what was taken in and what was sent is put right, bit by bit. */
    public void change(PeerRoutes peer, PeerGroup peers, RouteOptions routes) {
        for (PeerRoutes.Out each : List.copyOf(peer.outgoing())) {
            UpdateGroup before = each.group();
            GroupKey old = before.key();
            GroupKey key = new GroupKey(
                    old.family(), peers, routes, old.options(), old.ownAddressLength(), old.role(), old.longLived());
            UpdateGroup after = group(key, codec(old.family()), before.table, own(peer.own(), old.family()));
            if (after != before) {
                NumberSet had = before.sentTo(each.member());
                each.member().collectUnsent(had);
                TargetFilter filter = each.member().filter();
                GroupMember member =
                        after.join(peer.source().number(), bytes(own(peer.own(), old.family())), filter, had);
                if (filter != null) {
                    memberships.watch(member);
                }
                leave(before, each.member());
                each.moveTo(after, member);
            }
        }
        peer.incoming()
                .replaceAll((family, in) -> peer
                .new In(
                        in.table(),
                        importsOf(in.importKey().with(peers), in.table()),
                        in.importKey().with(peers)));
        importAgain(peer);
    }

    /** Imports again what a peer has sent. */
    public void importAgain(PeerRoutes peer) {
        RouteSource source = peer.source();
        for (PeerRoutes.In in : peer.incoming().values()) {
            tasks.add(new TableTask(source.number(), from -> in.table()
                    .reimport(source.number(), (set, to) -> in.use(set, source, to), from, SLICE)));
        }
    }

    /** What next hops cost has changed, or is known from elsewhere: routes are decided anew, bit by bit. */
    public void costs(NextHopCosts costs) {
        NumberSet changed = new NumberSet();
        attributes.askCosts(costs, changed);
        if (!changed.isEmpty()) {
            tables.values()
                    .forEach(each ->
                            tasks.add(new TableTask(TableTask.NOBODY, from -> each.reconsider(changed, from, SLICE))));
        }
    }

    /** Looks again at everything that is sent to a peer and those who are sent the same. */
    public void exportAgain(PeerRoutes peer) {
        peer.outgoing().forEach(each -> each.group().refreshAll());
    }

    /** The sources whose sessions have something to write since the last call. To be asked after every change, before anybody reads. */
    public void takeAlarms(IntConsumer each) {
        memberships.apply(each);
        for (int i = 0; i < alarmed.size(); i++) {
            UpdateGroup group = alarmed.get(i);
            group.rung();
            if (group.isPending()) {
                group.members().forEach(member -> each.accept(member.source()));
            }
        }
        alarmed.clear();
    }

    // Own routes.

    /** Originates prefixes with equal attributes; a prefix that was originated before changes. */
    public void originate(Iterable<Prefix> prefixes, AttributeSet set) {
        own.originate(prefixes, set);
    }

    /** Originates routes of a family whose NLRI are bytes, with equal attributes. */
    public void originate(AddressFamilyId family, List<KeyedRoute> routes, AttributeSet set) {
        own.originate(table(family), routes, set);
    }

    /** Withdraws own prefixes; those not originated are passed over. */
    public void withdraw(Iterable<Prefix> prefixes) {
        own.withdraw(prefixes);
    }

    /** Withdraws own routes of such a family; those not originated are passed over. */
    public void withdraw(AddressFamilyId family, List<Octets> keys) {
        own.withdraw(table(family), keys);
    }

    private RouteTable tableOf(Prefix prefix) {
        return table(prefix.address().isV4() ? AddressFamilyId.IPV4_UNICAST : AddressFamilyId.IPV6_UNICAST);
    }

    // Tables.

    private RouteTable table(AddressFamilyId family) {
        RouteTable known = tables.get(family);
        if (known != null) {
            return known;
        }
        RouteTable table = new RouteTable(keys(family), attributes, router, sources, selection);
        if (family.equals(AddressFamilyId.ROUTE_TARGET)) {
            table.tell(
                    (source, destination, there) -> memberships.changed(source, table.keys.bytes(destination), there));
        }
        tables.put(family, table);
        return table;
    }

    private DestinationKeys keys(AddressFamilyId family) {
        return switch (codec(family)) {
            case PrefixNlri prefixes ->
                prefixes == PrefixNlri.IPV4 ? new Ipv4Keys(random.nextLong()) : new Ipv6Keys(random.nextLong());
            case KeyedNlri keyed -> new ByteKeys(keyed, random.nextLong());
        };
    }

    /** How many destinations have a path, or had one that is not yet withdrawn everywhere. */
    public int destinationCount(AddressFamilyId family) {
        RouteTable table = tables.get(family);
        return table == null ? 0 : table.keys.size();
    }

    public int pathCount(AddressFamilyId family) {
        RouteTable table = tables.get(family);
        return table == null ? 0 : table.pathCount();
    }

    /** How many paths of a family a source has brought in. */
    public int pathCount(AddressFamilyId family, int source) {
        RouteTable table = tables.get(family);
        return table == null ? 0 : table.pathCount(source);
    }

    public int attributeSetCount() {
        return attributes.size();
    }

    public int updateGroupCount() {
        return groups.size();
    }

    /**
     * Why the routes to a prefix are as they are.
     *
     * @param peers those that are up
     */
    public Explanation explain(Prefix prefix, List<PeerRoutes> peers) {
        RouteTable table = tableOf(prefix);
        return explain(table, PrefixNumbers.find(table.keys, prefix), peers);
    }

    /** The same for a family whose NLRI are bytes. */
    public Explanation explain(AddressFamilyId family, Octets key, List<PeerRoutes> peers) {
        RouteTable table = table(family);
        if (!(table.keys instanceof ByteKeys keys)) {
            throw new IllegalArgumentException("family " + family + " is one of prefixes");
        }
        return explain(table, keys.find(key.toArray(), key.length()), peers);
    }

    private static Explanation explain(RouteTable table, int destination, List<PeerRoutes> peers) {
        return destination == DestinationKeys.NONE
                ? new Explanation(List.of(), List.of())
                : new Explanation(Reasons.paths(table, destination, peers), Reasons.sent(table, destination, peers));
    }

    /** The Loc-RIB of a family. */
    public LocRib locRib(AddressFamilyId family) {
        return new LocRib(table(family), chosen);
    }
}
