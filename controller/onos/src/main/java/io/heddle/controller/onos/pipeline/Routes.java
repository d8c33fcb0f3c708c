package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.drop;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onlab.packet.EthType.EtherType;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * Table 3: one flow a route; the longer the prefix, the higher the priority. What follows from the next hops is built once for each
 * distinct set of them.
 */
final class Routes {

    /** Priority of a default route. */
    static final int BASE = 100;

    /** Above every prefix: the switch's own interface addresses. */
    private static final int OWN = 400;

    private final Draft draft;
    private final Exits exits;
    private final Hosts hosts;
    private final RouteRules rules;
    private final Map<List<NextHop>, Optional<TrafficTreatment>> built = new HashMap<>();
    /** The same by the list itself, of which the routes of one class have one: its hash goes through all next hops. */
    private final IdentityHashMap<List<NextHop>, Optional<TrafficTreatment>> found = new IdentityHashMap<>();

    Routes(Draft draft, Exits exits, Hosts hosts, RouteRules rules) {
        this.draft = draft;
        this.exits = exits;
        this.hosts = hosts;
        this.rules = rules;
    }

    void add(SwitchTables tables) {
        List<RouteEntry> routes = tables.routes().sorted().toList();
        rules.begin(draft.config.vrfs());
        routes.forEach(this::route);
        rules.end();
        draft.config.routedPorts().forEach(port -> own(VrfName.DEFAULT, port.addresses().stream()));
        draft.config.vlans().forEach(vlan -> vlan.svi()
                .ifPresent(svi -> own(svi.vrf(), Stream.concat(svi.own().stream(), svi.anycastGateway().stream()))));
    }

    /** An interface address inside its connected subnet is the switch itself, and not a host there. */
    private void own(VrfName vrf, Stream<InterfaceAddress> addresses) {
        long number = draft.vrfs.number(vrf).orElseThrow();
        addresses
                .map(InterfaceAddress::address)
                .distinct()
                .forEach(each -> draft.plumbing(Stage.ROUTE, OWN, to(number, Prefix.host(each)), toItself()));
    }

    private void route(RouteEntry route) {
        Optional<Long> vrf = draft.vrfs.number(route.vrf());
        if (vrf.isEmpty()) {
            draft.unplaced("route to " + route.prefix() + ": no VRF " + route.vrf());
            return;
        }
        Optional<TrafficTreatment> treatment =
                found.computeIfAbsent(route.nextHops(), each -> built.computeIfAbsent(each, this::keptTreatment));
        if (treatment.isEmpty()) {
            draft.unplaced(
                    "route to " + route.prefix() + " of VRF " + route.vrf() + ": no way to any of " + route.nextHops());
        }
        TrafficTreatment does = treatment.orElseGet(() -> drop().build());
        FlowRule same = rules.reuse(route, does);
        if (same != null) {
            draft.flow(same);
            return;
        }
        rules.keep(
                route,
                draft.flow(
                        Stage.ROUTE,
                        BASE + route.prefix().length(),
                        Cookie.route(route.source()),
                        to(vrf.get(), route.prefix()),
                        does));
    }

    private static TrafficSelector.Builder to(long vrf, Prefix prefix) {
        boolean v4 = prefix.address().isV4();
        TrafficSelector.Builder match = match().matchMetadata(vrf)
                .matchEthType((v4 ? EtherType.IPV4 : EtherType.IPV6).ethType().toShort());
        if (prefix.length() == 0) {
            return match;
        }
        IpPrefix destination = OnosNet.prefix(prefix);
        return v4 ? match.matchIPDst(destination) : match.matchIPv6Dst(destination);
    }

    private Optional<TrafficTreatment> keptTreatment(List<NextHop> nextHops) {
        return build(nextHops).map(each -> rules.same(nextHops, each));
    }

    private Optional<TrafficTreatment> build(List<NextHop> nextHops) {
        if (nextHops.size() == 1) {
            return single(nextHops.getFirst());
        }
        List<TrafficTreatment> legs = new ArrayList<>();
        for (NextHop each : nextHops) {
            List<TrafficTreatment> more = legs(each);
            if (more.isEmpty()) {
                draft.unplaced("next hop " + each + " of " + nextHops + ": no way to it");
            }
            legs.addAll(more);
        }
        return legs.isEmpty()
                ? Optional.empty()
                : Optional.of(act().decNwTtl()
                        .extension(SwitchAction.FORGET_IN_PORT.treatment(), draft.device)
                        .group(draft.groups.select(legs))
                        .build());
    }

    private Optional<TrafficTreatment> single(NextHop nextHop) {
        return switch (nextHop) {
            case NextHop.Local _ -> Optional.of(toItself().build());
            case NextHop.Discard _ -> Optional.of(drop().build());
            case NextHop.OnVlan(var vlan) ->
                Optional.of(act().writeMetadata(vlan.value(), Classify.WHOLE)
                        .transition(Stage.NEIGHBOR.table())
                        .build());
            case NextHop.OnPort(var port) -> exits.across(port).map(Routes::routed);
            case NextHop.ViaPort(var port, var _) -> exits.across(port).map(Routes::routed);
            case NextHop.ViaVlan(var vlan, var address) ->
                hosts.mac(vlan, address).map(mac -> Neighbors.toHost(draft, vlan, mac));
            case NextHop.ViaVtep via -> overlay(via).map(Routes::routed);
        };
    }

    private static TrafficTreatment routed(TrafficTreatment exit) {
        return act().decNwTtl().addTreatment(exit).build();
    }

    /** What one next hop adds to a group; several for a host on a bond. */
    private List<TrafficTreatment> legs(NextHop nextHop) {
        return switch (nextHop) {
            case NextHop.OnPort(var port) -> exits.across(port).stream().toList();
            case NextHop.ViaPort(var port, var _) -> exits.across(port).stream().toList();
            case NextHop.ViaVtep via -> overlay(via).stream().toList();
            case NextHop.ViaVlan(var vlan, var address) ->
                hosts.mac(vlan, address).stream()
                        .flatMap(mac -> hosts.tables().mac(vlan, mac).stream()
                                .flatMap(entry ->
                                        exits.routed(vlan, entry.target(), () -> exits.routedTo(mac)).stream()))
                        .toList();
            case NextHop.Local _, NextHop.Discard _, NextHop.OnVlan _ -> List.of();
        };
    }

    /** RFC 9135 section 4.4: the inner destination is the router behind the VTEP. */
    private Optional<TrafficTreatment> overlay(NextHop.ViaVtep via) {
        IpAddress vtep = via.vtep();
        Optional<Mac> router = draft.wiring.routerBehind(vtep);
        return router.flatMap(mac -> exits.tunnel(exits.routedTo(mac), via.l3vni(), vtep));
    }

    private TrafficTreatment.Builder toItself() {
        return act().setEthDst(OnosNet.mac(draft.wiring.routerMac())).setOutput(PortNumber.LOCAL);
    }
}
