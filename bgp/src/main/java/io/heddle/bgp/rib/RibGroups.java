package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Role;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The update groups there are, and who is in which. Single-threaded. */
final class RibGroups implements GroupContext.Events {

    private final BgpConfig router;
    private final RibTables tables;
    private final AttributeTable attributes;
    private final TableWork work;
    private final Memberships memberships;
    private final GroupLimits limits;
    private final UpdatePacker packer;
    private final Map<GroupKey, UpdateGroup> groups = new HashMap<>();
    private final List<UpdateGroup> alarmed = new ArrayList<>();
    /** Groups in which some are handed what is for them, and which have something to look at. */
    private final Set<UpdateGroup> handing = new LinkedHashSet<>();
    /** Who has been handed something. */
    private final NumberSet readable = new NumberSet();

    private boolean deferred;

    RibGroups(
            BgpConfig router,
            RibTables tables,
            AttributeTable attributes,
            TableWork work,
            Memberships memberships,
            GroupLimits limits) {
        this.router = router;
        this.tables = tables;
        this.attributes = attributes;
        this.work = work;
        this.memberships = memberships;
        this.limits = limits;
        packer = new UpdatePacker(attributes);
    }

    int size() {
        return groups.size();
    }

    /** A session is sent the routes of a family. */
    PeerRoutes.Out join(
            PeerRoutes peer,
            AddressFamilyId family,
            PeerGroup peers,
            RouteOptions routes,
            @Nullable Role role,
            boolean longLived) {
        SessionOptions options = peer.options();
        NextHop own = OwnNextHop.of(peer.own(), family);
        UpdateGroup group = group(new GroupKey(family, peers, routes, options, own.length(), role, longLived), own);
        boolean filtered = family.hasRouteTargets() && options.families().contains(AddressFamilyId.ROUTE_TARGET);
        TargetFilter filter = filtered ? memberships.of(peer.source().number()) : null;
        return new PeerRoutes.Out(family, group, join(group, peer, own, filter));
    }

    private GroupMember join(UpdateGroup group, PeerRoutes peer, NextHop own, @Nullable TargetFilter filter) {
        GroupMember member = group.join(peer.source().number(), OwnNextHop.bytes(own), filter);
        if (filter != null) {
            memberships.watch(member);
        }
        return member;
    }

    private UpdateGroup group(GroupKey key, NextHop own) {
        UpdateGroup known = groups.get(key);
        if (known != null) {
            return known;
        }
        RouteTable table = tables.of(key.family());
        GroupContext context = new GroupContext(table, packer, memberships.wanting(), work, this, limits);
        UpdateFormat format = new UpdateFormat(key.options(), tables.codec(key.family()), attributes, own);
        RouteMemo exports = new RouteMemo(
                attributes, new ExportRules(router, key), new DestinationFacts(table.keys, key.family()), format::fits);
        UpdateGroup group = key.sendsPaths()
                ? new PathsGroup(key, context, format, exports)
                : new BestGroup(key, context, format, exports);
        group.defer(deferred);
        groups.put(key, group);
        table.watch(group);
        return group;
    }

    /** A session is sent nothing any more. */
    void leave(PeerRoutes peer) {
        for (PeerRoutes.Out each : peer.outgoing()) {
            unwatch(each.member());
            each.member().leave();
        }
        peer.outgoing().clear();
    }

    private void unwatch(GroupMember member) {
        if (member.filter() != null) {
            memberships.unwatch(member);
        }
    }

    @Override
    public void emptied(UpdateGroup group) {
        groups.remove(group.key());
        alarmed.remove(group);
        handing.remove(group);
        group.table.unwatch(group);
    }

    /** Another policy applies to a session that goes on. */
    void change(PeerRoutes peer, PeerGroup peers, RouteOptions routes) {
        for (PeerRoutes.Out each : peer.outgoing()) {
            GroupKey old = each.group().key();
            GroupKey key = new GroupKey(
                    old.family(), peers, routes, old.options(), old.ownAddressLength(), old.role(), old.longLived());
            NextHop own = OwnNextHop.of(peer.own(), old.family());
            UpdateGroup after = group(key, own);
            if (after != each.group()) {
                GroupMember former = each.member();
                GroupMember member = join(after, peer, own, former.filter());
                unwatch(former);
                member.comesFrom(former);
                each.moveTo(after, member);
                // A group that others are in already has nothing new to look at, and nobody else asks this one to
                // write.
                readable(peer.source().number());
            }
        }
    }

    /** Sends nothing until further notice (RFC 4724 section 4.1). */
    void defer(boolean wait) {
        deferred = wait;
        groups.values().forEach(each -> each.defer(wait));
    }

    @Override
    public void due(UpdateGroup group) {
        alarmed.add(group);
    }

    @Override
    public void readable(int source) {
        readable.add(source);
    }

    /** Whether a call of {@link #takeAlarms} would have more to look at. */
    boolean isHanding() {
        return !handing.isEmpty();
    }

    /**
     * The sources whose sessions have something to write since the last call. Where some want only some route targets, a batch of what is due
     * is looked at here: before, nobody can tell who is to write.
     */
    void takeAlarms(IntConsumer each) {
        memberships.apply(each);
        for (UpdateGroup group : alarmed) {
            group.heard();
            if (group.isPending()) {
                group.members().unfiltered().forEach(member -> each.accept(member.source()));
                group.members().lagging().forEach(member -> each.accept(member.source()));
                if (group.members().someAreFiltered()) {
                    handing.add(group);
                }
            }
        }
        alarmed.clear();
        handing.removeIf(group -> {
            group.produce();
            return !group.isPending();
        });
        for (int source = readable.next(0); source != NumberSet.NONE; source = readable.next(source + 1)) {
            each.accept(source);
        }
        readable.clear();
    }
}
