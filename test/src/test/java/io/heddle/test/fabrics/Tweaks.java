package io.heddle.test.fabrics;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a planned configuration by hand here and there: on a few routers or on all, so that much of it stays alike and some does not.
 */
final class Tweaks {

    private final Dice dice;
    private final double share;
    private final PeerGroup policies;
    private final List<Change> changes;

    /** What may be changed about a router's BGP. */
    private enum Change {
        FEWER_PATHS,
        STRICT_PATHS,
        IMPORT_POLICY,
        EXPORT_POLICY,
        OWN_AS_ALLOWED,
        NEXT_HOP,
        SESSION_LOST,
        ANYCAST_SERVICE,
        DEFAULT_ROUTE,
        AGGREGATE
    }

    private Tweaks(Dice dice) {
        this.dice = dice;
        share = dice.pick(List.of(0.1, 0.4, 1.0));
        policies = new RandomPolicies(dice, 1, List.of(new Asn(64512), new Asn(4_200_000_001L))).group(0);
        changes = dice.some(List.of(Change.values()), dice.between(1, 3));
    }

    /** Half of the configurations stay as planned. */
    static NetworkConfig of(NetworkConfig planned, Dice dice) {
        if (dice.chance(0.5)) {
            return planned;
        }
        Tweaks tweaks = new Tweaks(dice);
        return new NetworkConfig(
                planned.switches().stream().map(tweaks::changed).toList(),
                planned.nodes().stream().map(tweaks::changed).toList(),
                planned.externalRouters());
    }

    private SwitchConfig changed(SwitchConfig each) {
        return new SwitchConfig(
                each.name(),
                each.loopbacks(),
                each.routedPorts(),
                each.bridgePorts(),
                each.vlans(),
                each.vrfs(),
                each.vtep(),
                each.irb(),
                each.mlagPeer(),
                each.multihoming(),
                each.staticRoutes(),
                each.bgp().map(this::maybeChanged));
    }

    private NodeProgram changed(NodeProgram each) {
        return new NodeProgram(
                each.name(),
                each.attachment(),
                each.interfaces(),
                each.loopbacks(),
                each.routedPorts(),
                each.blocks(),
                each.podVisibility(),
                each.podNetwork(),
                each.mtu(),
                each.podMtu(),
                each.bgp().map(this::maybeChanged),
                each.masquerade());
    }

    private BgpConfig maybeChanged(BgpConfig bgp) {
        BgpConfig changed = bgp;
        for (Change each : changes) {
            if (dice.chance(share)) {
                changed = changed(changed, each);
            }
        }
        return changed;
    }

    private BgpConfig changed(BgpConfig bgp, Change change) {
        return switch (change) {
            case FEWER_PATHS ->
                with(bgp, bgp.neighbors(), bgp.originations(), dice.between(1, 2), bgp.multipathRelax());
            case STRICT_PATHS -> with(bgp, bgp.neighbors(), bgp.originations(), bgp.maxPaths(), false);
            case IMPORT_POLICY, EXPORT_POLICY, OWN_AS_ALLOWED, NEXT_HOP -> with(bgp, regrouped(bgp, change));
            case SESSION_LOST ->
                with(bgp, dice.some(bgp.neighbors(), Math.max(0, bgp.neighbors().size() - 1)));
            case ANYCAST_SERVICE -> more(bgp, new Origination.Network(Prefix.parse("10.99.0.1/32")));
            case DEFAULT_ROUTE -> more(bgp, new Origination.DefaultRoute(IpFamily.IPV4));
            case AGGREGATE -> more(bgp, new Origination.Aggregate(Prefix.parse("10.128.0.0/16"), dice.chance(0.5)));
        };
    }

    /** All groups of the router, or those of one name. */
    private List<Neighbor> regrouped(BgpConfig bgp, Change change) {
        if (bgp.neighbors().isEmpty()) {
            return List.of();
        }
        Optional<String> only = dice.chance(0.5)
                ? Optional.empty()
                : Optional.of(dice.pick(bgp.neighbors()).group().name());
        return bgp.neighbors().stream()
                .map(each -> only.isEmpty() || only.get().equals(each.group().name())
                        ? new Neighbor(
                                each.peer(),
                                each.port(),
                                each.address(),
                                each.remoteAs(),
                                changed(each.group(), change))
                        : each)
                .toList();
    }

    private PeerGroup changed(PeerGroup group, Change change) {
        return new PeerGroup(
                group.name(),
                group.families(),
                change == Change.IMPORT_POLICY ? policies.importPolicy() : group.importPolicy(),
                change == Change.EXPORT_POLICY ? policies.exportPolicy() : group.exportPolicy(),
                group.routeReflectorClient(),
                change == Change.NEXT_HOP ? policies.nextHop() : group.nextHop(),
                change == Change.OWN_AS_ALLOWED ? 1 : group.allowOwnAs(),
                group.bfd());
    }

    private static BgpConfig more(BgpConfig bgp, Origination origination) {
        List<Origination> more = new ArrayList<>(bgp.originations());
        more.add(origination);
        return with(bgp, bgp.neighbors(), more, bgp.maxPaths(), bgp.multipathRelax());
    }

    private static BgpConfig with(BgpConfig bgp, List<Neighbor> neighbors) {
        return with(bgp, neighbors, bgp.originations(), bgp.maxPaths(), bgp.multipathRelax());
    }

    private static BgpConfig with(
            BgpConfig bgp, List<Neighbor> neighbors, List<Origination> originations, int maxPaths, boolean relax) {
        return new BgpConfig(bgp.asn(), bgp.routerId(), neighbors, originations, maxPaths, relax);
    }
}
