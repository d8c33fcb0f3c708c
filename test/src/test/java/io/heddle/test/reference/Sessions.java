package io.heddle.test.reference;

import io.heddle.model.config.Neighbor;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which sessions are up (section 2). */
final class Sessions {

    /** What tells a router's neighbours apart: the port, or else the peer's address. */
    private record End(DeviceName router, Optional<PortName> port, Optional<IpAddress> address) {
        static End of(Router router, Neighbor neighbor) {
            return new End(
                    router.name(),
                    neighbor.port(),
                    neighbor.port().isPresent() ? Optional.empty() : neighbor.address());
        }
    }

    private final Map<DeviceName, Router> routers;
    private final Wiring wiring;
    private final Layer2 layer2;
    private final Map<End, Neighbor> neighborAtPort = new HashMap<>();
    private final Map<DeviceName, List<Session>> byRouter = new HashMap<>();
    private final Map<End, Session> byEnd = new HashMap<>();

    Sessions(Map<DeviceName, Router> routers, Wiring wiring, Layer2 layer2) {
        this.routers = routers;
        this.wiring = wiring;
        this.layer2 = layer2;
        for (Router router : routers.values()) {
            for (Neighbor each : router.bgp().neighbors()) {
                if (each.port().isPresent()) {
                    neighborAtPort.put(End.of(router, each), each);
                }
            }
        }
        for (Router router : routers.values()) {
            List<Session> up = new ArrayList<>();
            for (Neighbor each : router.bgp().neighbors()) {
                session(router, each).ifPresent(session -> {
                    up.add(session);
                    byEnd.put(End.of(router, each), session);
                });
            }
            byRouter.put(router.name(), up);
        }
    }

    List<Session> of(Router router) {
        return byRouter.getOrDefault(router.name(), List.of());
    }

    /** The same session as the peer sees it. */
    Session reverse(Session session) {
        Session found = byEnd.get(End.of(session.peer(), session.back()));
        if (found == null) {
            throw new IllegalStateException("session " + session + " is up at one end only");
        }
        return found;
    }

    private Optional<Session> session(Router self, Neighbor neighbor) {
        return neighbor.port().isPresent()
                ? overLink(self, neighbor, neighbor.port().get())
                : byAddress(self, neighbor, neighbor.address().orElseThrow());
    }

    /** Rule 2.2. */
    private Optional<Session> overLink(Router self, Neighbor neighbor, PortName port) {
        Optional<PortRef> far = wiring.upFarEnd(self.name(), port);
        Router peer = far.map(each -> routers.get(each.device())).orElse(null);
        if (far.isEmpty() || peer == null) {
            return Optional.empty();
        }
        Neighbor back =
                neighborAtPort.get(new End(peer.name(), Optional.of(far.get().port()), Optional.empty()));
        return back != null && numbersAgree(self, neighbor, peer, back)
                ? Optional.of(new Session(self, peer, neighbor, back, Optional.empty()))
                : Optional.empty();
    }

    /** Rule 2.3. */
    private Optional<Session> byAddress(Router self, Neighbor neighbor, IpAddress address) {
        Router peer = routers.get(neighbor.peer());
        if (peer == null) {
            return Optional.empty();
        }
        for (VlanId vlan : peer.own().keySet()) {
            if (peer.owns(address, vlan) && layer2.areConnected(self.name(), peer.name(), vlan)) {
                for (Neighbor back : peer.bgp().neighbors()) {
                    if (isBack(back, self, address, vlan)
                            && self.covers(address, vlan)
                            && peer.covers(back.address().orElseThrow(), vlan)
                            && numbersAgree(self, neighbor, peer, back)) {
                        return Optional.of(new Session(self, peer, neighbor, back, Optional.of(vlan)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBack(Neighbor back, Router self, IpAddress address, VlanId vlan) {
        return back.port().isEmpty()
                && back.peer().equals(self.name())
                && back.address()
                        .filter(each -> each.family() == address.family() && self.owns(each, vlan))
                        .isPresent();
    }

    private static boolean numbersAgree(Router self, Neighbor neighbor, Router peer, Neighbor back) {
        return neighbor.remoteAs().equals(peer.bgp().asn())
                && back.remoteAs().equals(self.bgp().asn());
    }
}
