package io.heddle.simulator.stable;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The living routers and the sessions between them that are up (section 2). */
final class SessionGraph {

    private final Wiring wiring;
    private final SviAddresses addresses;
    private final List<Router> routers = new ArrayList<>();
    private final Map<DeviceName, Router> byName = new HashMap<>();
    private final Map<PortRef, Neighbor> byPort = new HashMap<>();
    private final List<List<Session>> into = new ArrayList<>();

    SessionGraph(Wiring wiring, SviAddresses addresses, NetworkConfig config) {
        this.wiring = wiring;
        this.addresses = addresses;
        for (int i = 0; i < wiring.switches().size(); i++) {
            SwitchConfig each = wiring.switches().get(i);
            BgpConfig bgp = each.bgp().orElse(null);
            if (bgp != null) {
                add(Router.of(routers.size(), each, bgp, i));
            }
        }
        for (NodeProgram each : config.nodes()) {
            BgpConfig bgp = each.bgp().orElse(null);
            if (bgp != null && wiring.isUp(each.name())) {
                add(Router.of(routers.size(), each, bgp));
            }
        }
        for (ExternalRouter each : config.externalRouters()) {
            if (wiring.isUp(each.name())) {
                add(Router.of(routers.size(), each));
            }
        }
        routers.forEach(each -> into.add(sessionsInto(each)));
    }

    private void add(Router router) {
        routers.add(router);
        byName.put(router.name(), router);
        for (Neighbor each : router.bgp().neighbors()) {
            each.port().ifPresent(port -> byPort.put(new PortRef(router.name(), port), each));
        }
    }

    private List<Session> sessionsInto(Router to) {
        List<Neighbor> ranked = to.bgp().neighbors();
        if (!isRanked(ranked)) {
            ranked = new ArrayList<>(ranked);
            ranked.sort(BY_RANK);
        }
        List<Session> sessions = new ArrayList<>(ranked.size());
        for (int rank = 0; rank < ranked.size(); rank++) {
            Neighbor each = ranked.get(rank);
            PortName port = each.port().orElse(null);
            Session session = port == null
                    ? byAddress(to, each, each.address().orElseThrow(), rank)
                    : overLink(to, each, port, rank);
            if (session != null) {
                sessions.add(session);
            }
        }
        return sessions;
    }

    private static final Comparator<Neighbor> BY_RANK = Comparator.comparing(
                    (Neighbor each) -> each.port().isEmpty())
            .thenComparing(each -> each.port().map(PortName::value).orElse(""))
            .thenComparing(each -> each.address().orElse(IpAddress.v4(0)));

    private static boolean isRanked(List<Neighbor> neighbors) {
        for (int i = 1; i < neighbors.size(); i++) {
            if (BY_RANK.compare(neighbors.get(i - 1), neighbors.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Rule 2.2. */
    private @Nullable Session overLink(Router to, Neighbor received, PortName port, int rank) {
        PortRef far = wiring.farEnd(to.name(), port);
        Router from = far == null ? null : byName.get(far.device());
        Neighbor sent = far == null ? null : byPort.get(far);
        if (from == null || sent == null || !agree(to, received, from, sent)) {
            return null;
        }
        return new Session(from, to, received, sent, rank, new NextHop.ViaPort(port, from.name()));
    }

    /** Rule 2.3. */
    private @Nullable Session byAddress(Router to, Neighbor received, IpAddress address, int rank) {
        Router from = byName.get(received.peer());
        if (from == null) {
            return null;
        }
        for (SviAddresses.Owner owner : addresses.ownersOf(address)) {
            if (!owner.device().equals(from.name())) {
                continue;
            }
            for (Neighbor sent : from.bgp().neighbors()) {
                IpAddress own = sent.port().isPresent() ? null : sent.address().orElseThrow();
                if (own != null && own.family() == address.family() && owns(to, own, owner.vlan())) {
                    return agree(to, received, from, sent)
                                    && addresses.covers(to, new SviAddresses.Owned(address, owner.vlan()))
                                    && addresses.covers(from, new SviAddresses.Owned(own, owner.vlan()))
                                    && addresses.connected(to.name(), from.name(), owner.vlan())
                            ? new Session(from, to, received, sent, rank, new NextHop.ViaVlan(owner.vlan(), address))
                            : null;
                }
            }
        }
        return null;
    }

    private boolean owns(Router router, IpAddress address, VlanId vlan) {
        return addresses.ownersOf(address).contains(new SviAddresses.Owner(router.name(), vlan));
    }

    private static boolean agree(Router to, Neighbor received, Router from, Neighbor sent) {
        return received.remoteAs().equals(from.bgp().asn())
                && sent.remoteAs().equals(to.bgp().asn());
    }

    /** Every router; a router's number is its position. */
    List<Router> routers() {
        return routers;
    }

    /** The sessions into a router, by rank. */
    List<Session> into(Router router) {
        return into.get(router.number());
    }

    /**
     * How {@code router} reaches another as a third-party next hop for a prefix of {@code family} (rule 5.4): over every routed link
     * that is up, else over a VLAN both are on; nothing if neither.
     */
    List<NextHop> adjacency(Router router, Router nextHop, IpFamily family) {
        if (router.equals(nextHop)) {
            return List.of();
        }
        List<PortName> ports = wiring.portsTo(router, nextHop.name());
        if (!ports.isEmpty()) {
            return ports.stream()
                    .<NextHop>map(port -> new NextHop.ViaPort(port, nextHop.name()))
                    .toList();
        }
        return addresses.ownedBy(nextHop.name()).stream()
                .filter(each -> addresses.covers(router, each)
                        && addresses.connected(router.name(), nextHop.name(), each.vlan()))
                .min(Comparator.comparing(
                                (SviAddresses.Owned each) -> each.address().family() != family)
                        .thenComparing(SviAddresses.Owned::vlan)
                        .thenComparing(SviAddresses.Owned::address))
                .map(each -> List.<NextHop>of(new NextHop.ViaVlan(each.vlan(), each.address())))
                .orElse(List.of());
    }
}
