package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Role;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All routes of a speaker: a {@link RouteTable} per address family, update groups, and the work on them that is done bit by bit.
 * Single-threaded.
 */
public final class Rib {

    private final BgpConfig router;
    private final AttributeTable attributes;
    private final Memberships memberships = new Memberships();
    private final TableWork work;
    private final RibTables tables;
    private final RibGroups groups;
    private final OldRoutes old;
    private final OwnRoutes own;
    private final Intake intake;
    private final Map<ImportKey, RouteMemo> imports = new HashMap<>();
    private final List<RouteFeed> feeds = new ArrayList<>();
    private final int[] chosen;

    public Rib(BgpConfig router, AddressFamilies families, RandomGenerator random) {
        this(router, families, random, GroupLimits.DEFAULT, TableWork.SLICE);
    }

    Rib(BgpConfig router, AddressFamilies families, RandomGenerator random, GroupLimits limits, int slice) {
        this.router = router;
        attributes = new AttributeTable(random.nextLong());
        work = new TableWork(slice);
        tables = new RibTables(router, families, random, attributes, memberships);
        groups = new RibGroups(router, tables, attributes, work, memberships, limits);
        old = new OldRoutes(tables, attributes, work);
        own = new OwnRoutes(attributes, tables::of);
        intake = new Intake(families, attributes);
        chosen = new int[router.maxPaths()];
    }

    // Sources and their sessions.

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
        tables.register(source);
        PeerRoutes peer = new PeerRoutes(source, options, own, intake, attributes, limits);
        for (AddressFamilyId family :
                options.families().stream().filter(tables::knows).sorted().toList()) {
            RouteTable table = tables.of(family);
            ImportKey importKey = new ImportKey(family, peers, options.external(), role, role == null ? 0 : peerAs);
            peer.incoming().put(family, peer.new In(table, importsOf(importKey, table), importKey));
            peer.outgoing().add(groups.join(peer, family, peers, routes, role, longLived));
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

    /** A session is gone; its routes stay until {@link #drop} or for as long as they are wanted. */
    public void down(PeerRoutes peer) {
        groups.leave(peer);
        work.end(peer);
    }

    /** Routes of a source and family become stale, and those that already are go (RFC 4724 section 4.2). */
    public void markStale(int source, AddressFamilyId family) {
        old.markStale(source, family);
    }

    /** Stale routes of a source and family become long-lived; those that say NO_LLGR go (RFC 9494 section 4.2). */
    public void makeLongLived(int source, AddressFamilyId family) {
        old.makeLongLived(source, family);
    }

    /** Removes the stale routes of a source and family, bit by bit. */
    public void sweepStale(int source, AddressFamilyId family) {
        old.sweepStale(source, family);
    }

    /** Removes the routes of a source and family that are there now, bit by bit: what the source sends from now on stays. */
    public void drop(int source, AddressFamilyId family) {
        old.drop(source, family);
    }

    /** The same for all families. */
    public void dropAll(int source) {
        for (AddressFamilyId each : tables.families()) {
            old.drop(source, each);
        }
    }

    /** Whether a source has any routes, those included that are only still to be removed. */
    public boolean holdsAny(int source) {
        return tables.all().stream().anyMatch(each -> each.walks().holdsAny(source));
    }

    /** Does a slice of background work; true if there is more. */
    public boolean work() {
        work.step();
        feed();
        return hasSlices();
    }

    /** Whether there is background work, or more to look at for {@link #takeAlarms}. */
    public boolean hasWork() {
        return groups.isHanding() || hasSlices();
    }

    private boolean hasSlices() {
        if (!work.isEmpty()) {
            return true;
        }
        for (RouteFeed each : feeds) {
            if (each.isPending()) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many destinations and paths have been looked at so far by what walks over tables, rather than by what comes in or changes. No call
     * adds more than a bound that does not depend on the size of the tables; {@code RibWorkTest} says which.
     */
    public long looked() {
        return tables.all().stream().mapToLong(each -> each.walks().looked()).sum();
    }

    /** Tells a listener all routes of a family, and from then on every change, in batches, at the end of a call into the speaker. */
    public void listen(AddressFamilyId family, Consumer<List<LocRib.Change>> listener) {
        follow(family, new ChangeLists(locRib(family), listener));
    }

    /** The same without an object for each route; see {@link ChosenRoute}. */
    public void follow(AddressFamilyId family, RouteFollower follower) {
        RouteTable table = tables.of(family);
        RouteFeed feed = new RouteFeed(table, chosen.length, follower);
        feeds.add(feed);
        table.watch(feed);
    }

    /** Tells listeners what has changed, up to a bound. */
    public void feed() {
        feeds.forEach(each -> each.tell(work.slice()));
    }

    /** Sends nothing until further notice (RFC 4724 section 4.1). */
    public void defer(boolean wait) {
        groups.defer(wait);
    }

    /** Applies another policy to a session that goes on: what was taken in and what was sent is put right, bit by bit. */
    public void change(PeerRoutes peer, PeerGroup peers, RouteOptions routes) {
        groups.change(peer, peers, routes);
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
            PathWalks walks = in.table().walks();
            work.add(TableTask.ofSession(
                    peer,
                    from -> walks.reimport(source.number(), (set, to) -> in.use(set, source, to), from, work.slice())));
        }
    }

    /** What next hops cost has changed, or is known from elsewhere: routes are decided anew, bit by bit. */
    public void costs(NextHopCosts costs) {
        NumberSet changed = new NumberSet();
        attributes.askCosts(costs, changed);
        if (!changed.isEmpty()) {
            for (RouteTable each : tables.all()) {
                each.doubtBests(true);
                work.add(TableTask.walk(from -> {
                    int next = each.walks().reconsider(changed, from, work.slice());
                    if (next == PathWalks.DONE) {
                        each.doubtBests(false);
                    }
                    return next;
                }));
            }
        }
    }

    /** Looks again at everything that is sent to a peer and those who are sent the same. */
    public void exportAgain(PeerRoutes peer) {
        peer.outgoing().forEach(each -> each.group().refreshAll());
    }

    /** The sources whose sessions have something to write since the last call. To be asked after every change, before anybody reads. */
    public void takeAlarms(IntConsumer each) {
        groups.takeAlarms(each);
    }

    // Own routes.

    /** Originates prefixes with equal attributes; a prefix that was originated before changes. */
    public void originate(Iterable<Prefix> prefixes, AttributeSet set) {
        own.originate(prefixes, set);
    }

    /** Originates routes of a family whose NLRI are bytes, with equal attributes. */
    public void originate(AddressFamilyId family, List<KeyedRoute> routes, AttributeSet set) {
        own.originate(tables.of(family), routes, set);
    }

    /** Withdraws own prefixes; those not originated are passed over. */
    public void withdraw(Iterable<Prefix> prefixes) {
        own.withdraw(prefixes);
    }

    /** Withdraws own routes of such a family; those not originated are passed over. */
    public void withdraw(AddressFamilyId family, List<Octets> keys) {
        own.withdraw(tables.of(family), keys);
    }

    // Tables.

    /** How many destinations have a path, or had one that is not yet withdrawn everywhere. */
    public int destinationCount(AddressFamilyId family) {
        RouteTable table = tables.find(family);
        return table == null ? 0 : table.keys.size();
    }

    public int pathCount(AddressFamilyId family) {
        RouteTable table = tables.find(family);
        return table == null ? 0 : table.pathCount();
    }

    /** How many paths of a family a source has brought in. */
    public int pathCount(AddressFamilyId family, int source) {
        RouteTable table = tables.find(family);
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
        RouteTable table = tables.of(prefix);
        return explain(table, PrefixNumbers.find(table.keys, prefix), peers);
    }

    /** The same for a family whose NLRI are bytes. */
    public Explanation explain(AddressFamilyId family, Octets key, List<PeerRoutes> peers) {
        RouteTable table = tables.of(family);
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
        return new LocRib(tables.of(family), chosen);
    }
}
