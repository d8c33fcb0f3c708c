package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import java.util.ArrayList;
import java.util.List;

/** Our OPEN. */
final class OpenOffer {

    private OpenOffer() {}

    static BgpMessage.Open of(SessionConfig config, boolean restarting) {
        List<Capability> offered = new ArrayList<>();
        config.families().forEach(each -> offered.add(new Capability.Multiprotocol(each.family())));
        if (config.features().contains(Feature.ROUTE_REFRESH)) {
            offered.add(new Capability.RouteRefresh());
        }
        if (config.features().contains(Feature.ENHANCED_ROUTE_REFRESH)) {
            offered.add(new Capability.EnhancedRouteRefresh());
        }
        if (config.features().contains(Feature.EXTENDED_MESSAGES)) {
            offered.add(new Capability.ExtendedMessage());
        }
        addPerFamily(config, offered);
        RestartConfig restart = config.restart();
        if (restart != null) {
            addRestart(config, restart, restarting, offered);
        }
        RoleConfig role = config.role();
        if (role != null) {
            offered.add(new Capability.BgpRole(role.role()));
        }
        int holdTime = config.timers().holdTime();
        if (config.features().contains(Feature.FOUR_OCTET_AS)) {
            return BgpMessage.Open.of(config.localAs(), holdTime, config.routerId(), offered);
        }
        long asn = config.localAs().value();
        return new BgpMessage.Open(
                asn > 0xFFFF ? BgpMessage.Open.AS_TRANS : (int) asn, holdTime, config.routerId(), offered);
    }

    private static void addPerFamily(SessionConfig config, List<Capability> offered) {
        List<Capability.ExtendedNextHop.Pair> nextHops = config.families().stream()
                .filter(FamilyConfig::ipv6NextHop)
                .map(each -> new Capability.ExtendedNextHop.Pair(each.family(), AddressFamilyId.AFI_IPV6))
                .toList();
        if (!nextHops.isEmpty()) {
            offered.add(new Capability.ExtendedNextHop(nextHops));
        }
        List<Capability.AddPath.PathsFamily> addPath = config.families().stream()
                .filter(each -> each.addPathReceive() || each.addPathSend())
                .map(each ->
                        new Capability.AddPath.PathsFamily(each.family(), each.addPathReceive(), each.addPathSend()))
                .toList();
        if (!addPath.isEmpty()) {
            offered.add(new Capability.AddPath(addPath));
        }
    }

    /** The F bit is always set: what we announce is forwarded by others, who go on while we are away. */
    private static void addRestart(
            SessionConfig config, RestartConfig restart, boolean restarting, List<Capability> offered) {
        offered.add(new Capability.GracefulRestart(
                restarting,
                restart.notification(),
                restart.restartTime(),
                config.families().stream()
                        .map(each -> new Capability.GracefulRestart.RestartFamily(each.family(), true))
                        .toList()));
        List<Capability.LongLivedGracefulRestart.StaleFamily> longLived = config.families().stream()
                .filter(each -> restart.longLived().containsKey(each.family()))
                .map(each -> new Capability.LongLivedGracefulRestart.StaleFamily(
                        each.family(), true, restart.longLived().getOrDefault(each.family(), 0)))
                .toList();
        if (!longLived.isEmpty()) {
            offered.add(new Capability.LongLivedGracefulRestart(longLived));
        }
    }
}
