package io.heddle.simulator.walk;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.device.Overflow;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What one switch does with a packet, by its tables. */
final class SwitchForwarding {

    private final SwitchConfig config;
    private final Supplier<Optional<SwitchTables>> plane;
    private final Function<TableEntry, Optional<Overflow>> punted;
    private final Network network;

    /** What the forwarding of a switch must know of the rest. */
    interface Network {
        Cables cables();

        Owners owners();

        Optional<SwitchConfig> livingSwitch(DeviceName device);
    }

    /**
     * What one switch does.
     *
     * @param punted what becomes of packets that an entry decides about if that is not in the hardware
     */
    SwitchForwarding(
            SwitchConfig config,
            Supplier<Optional<SwitchTables>> tables,
            Function<TableEntry, Optional<Overflow>> punted,
            Network network) {
        this.punted = punted;
        this.config = config;
        this.plane = tables;
        this.network = network;
    }

    /** Whether it forwards at all. */
    boolean lives() {
        return plane.get().isPresent();
    }

    private SwitchTables tables() {
        return plane.get()
                .orElseThrow(() -> new IllegalStateException(config.name() + " is dead and forwards nothing"));
    }

    Step bridge(Position.Bridging at) {
        return switch (at.frame()) {
            case Frame.Host host -> toHost(at, host);
            case Frame.Gateway _ -> toRouter(at, each -> svi(each, at.vlan()).isPresent(), "the gateway");
            case Frame.Router router ->
                toRouter(
                        at,
                        each -> each.name().equals(router.device()),
                        router.device().value());
        };
    }

    private static Optional<VlanConfig.Svi> svi(SwitchConfig device, VlanId vlan) {
        return device.vlans().stream()
                .filter(each -> each.vlan().equals(vlan))
                .findFirst()
                .flatMap(VlanConfig::svi);
    }

    private Step toRouter(Position.Bridging at, Predicate<SwitchConfig> wanted, String whom) {
        Optional<VlanConfig.Svi> own = svi(config, at.vlan()).filter(_ -> wanted.test(config));
        if (own.isPresent()) {
            VrfName vrf = own.get().vrf();
            return sent(
                    at,
                    "taken by its VLAN " + at.vlan() + " interface" + in(vrf),
                    List.of(Leg.inside(new Position.Routing(at.device(), vrf, at.packet()))));
        }
        List<Cables.Way> ways = network.cables().towards(config, at.vlan(), device -> network.livingSwitch(device)
                .filter(wanted)
                .isPresent());
        if (ways.isEmpty()) {
            return new Step.Ended(at, "no way on VLAN " + at.vlan() + " to " + whom, Arrival.BLACK_HOLE);
        }
        return sent(at, "bridged on VLAN " + at.vlan() + " towards " + whom, over(ways, at));
    }

    private Step toHost(Position.Bridging at, Frame.Host host) {
        String mac = "MAC " + host.mac() + " on VLAN " + at.vlan();
        Optional<FdbEntry> entry = tables().mac(at.vlan(), host.mac());
        if (entry.isEmpty()) {
            return new Step.Ended(at, "flooded: no entry for " + mac, Arrival.BLACK_HOLE);
        }
        Step step =
                switch (entry.get().target()) {
                    case FdbEntry.Target.Port port -> {
                        List<Leg> legs = over(network.cables().of(config, port.bridgePort()), at);
                        yield legs.isEmpty()
                                ? new Step.Ended(
                                        at, mac + " at " + port.bridgePort() + ", which is down", Arrival.BLACK_HOLE)
                                : sent(at, mac + " at " + port.bridgePort(), legs);
                    }
                    case FdbEntry.Target.Vteps remote -> toVteps(at, mac, remote.vteps());
                };
        return by(step, new TableEntry.Fdb(entry.get()));
    }

    private Step toVteps(Position.Bridging at, String mac, List<IpAddress> vteps) {
        Optional<Vni> vni = config.vlans().stream()
                .filter(each -> each.vlan().equals(at.vlan()))
                .findFirst()
                .flatMap(VlanConfig::vni);
        if (vni.isEmpty()) {
            return new Step.Ended(
                    at, mac + " behind a VTEP, and VLAN " + at.vlan() + " has no VNI", Arrival.BLACK_HOLE);
        }
        List<Leg> legs = vteps.stream()
                .map(vtep -> tunnel(at.packet().in(vni.get(), Optional.of(at.frame()), vtep)))
                .toList();
        return sent(at, mac + " behind VTEP " + joined(vteps) + ", VNI " + vni.get(), legs);
    }

    private Leg tunnel(Packet outer) {
        return Leg.inside(new Position.Routing(config.name(), VrfName.DEFAULT, outer));
    }

    /** Frames over these cables: to a switch's bridge, or into a node. */
    private List<Leg> over(List<Cables.Way> ways, Position.Bridging at) {
        return ways.stream()
                .map(way -> way.leg(
                        network.livingSwitch(way.to()).isPresent()
                                ? new Position.Bridging(way.to(), at.vlan(), at.frame(), at.packet())
                                : new Position.Entering(way.to(), at.packet())))
                .toList();
    }

    Step route(Position.Routing at) {
        IpAddress to = at.packet().to();
        Optional<RouteEntry> route = tables().longestMatch(at.vrf(), to);
        if (route.isEmpty()) {
            return new Step.Ended(at, "no route to " + to + in(at.vrf()), Arrival.NO_ROUTE);
        }
        TableEntry by = new TableEntry.Route(route.get());
        String entry = describe(route.get());
        List<Leg> legs = new ArrayList<>();
        for (NextHop each : route.get().nextHops()) {
            switch (each) {
                case NextHop.Local _ -> {
                    return arrived(at, entry);
                }
                case NextHop.Discard _ -> {
                    return new Step.Ended(at, entry + " discards it", Arrival.BLACK_HOLE);
                }
                case NextHop.OnPort on -> legs.add(byPort(at, on.port()));
                case NextHop.ViaPort via -> legs.add(byPort(at, via.port()));
                case NextHop.OnVlan on -> {
                    Optional<NeighborEntry> found = neighbor(on.vlan(), to);
                    if (found.isPresent() && punted.apply(by).isEmpty()) {
                        by = new TableEntry.Neighbor(found.get());
                    }
                    legs.add(found.map(host -> onVlan(at, on.vlan(), new Frame.Host(host.mac())))
                            .orElseGet(() -> dropped(at, "nobody on VLAN " + on.vlan() + " answers for " + to)));
                }
                case NextHop.ViaVlan via ->
                    legs.add(frameTo(via)
                            .map(frame -> onVlan(at, via.vlan(), frame))
                            .orElseGet(() -> dropped(
                                    at, "next hop " + via.address() + " on VLAN " + via.vlan() + " is not there")));
                case NextHop.ViaVtep via -> legs.add(tunnel(at.packet().in(via.l3vni(), Optional.empty(), via.vtep())));
            }
        }
        return by(sent(at, entry, legs), by);
    }

    /** A step, and whether it is the processor's, because the entry that decided is not in the hardware. */
    private Step by(Step step, TableEntry decided) {
        Optional<Overflow> slow = punted.apply(decided);
        return step instanceof Step.Sent sent && slow.isPresent()
                ? new Step.Sent(sent.at(), sent.reason() + ", in software: " + rate(slow.get()), sent.legs(), true)
                : step;
    }

    private static String rate(Overflow overflow) {
        return overflow.packetsPerSecond().isPresent()
                ? "the processor forwards " + overflow.packetsPerSecond().getAsInt() + " packets a second in all"
                : "nobody says how many packets the processor forwards";
    }

    private Leg byPort(Position.Routing at, PortName port) {
        return network.cables()
                .at(config.name(), port)
                .map(way -> way.leg(entering(way.to(), at.packet())))
                .orElseGet(() -> dropped(at, "port " + port + " is down"));
    }

    private static Leg dropped(Position at, String reason) {
        return Leg.inside(new Position.Dropped(at.device(), at.packet(), reason));
    }

    private Leg onVlan(Position.Routing at, VlanId vlan, Frame frame) {
        return Leg.inside(new Position.Bridging(config.name(), vlan, frame, at.packet()));
    }

    private Position entering(DeviceName device, Packet packet) {
        return network.livingSwitch(device).isPresent()
                ? new Position.Routing(device, VrfName.DEFAULT, packet)
                : new Position.Entering(device, packet);
    }

    private Optional<NeighborEntry> neighbor(VlanId vlan, IpAddress address) {
        return tables().neighbors()
                .filter(each -> each.vlan().equals(vlan) && each.address().equals(address))
                .findFirst();
    }

    private Optional<Frame> frameTo(NextHop.ViaVlan via) {
        Optional<Frame> router = network.owners().switchWith(via.address()).map(Frame.Router::new);
        return router.isPresent()
                ? router
                : network.cables()
                        .network(via.vlan())
                        .flatMap(each -> network.owners().on(each.name(), via.address()))
                        .map(host -> new Frame.Host(host.mac()));
    }

    /** An own address: the end, unless it is the VTEP's. */
    private Step arrived(Position.Routing at, String entry) {
        if (at.packet().inside().orElse(null) instanceof Packet.Inside.Vxlan vxlan) {
            return decapsulate(at, vxlan);
        }
        return new Step.Ended(at, entry, Arrival.ARRIVES);
    }

    private Step decapsulate(Position.Routing at, Packet.Inside.Vxlan vxlan) {
        String vtep = "VTEP " + at.packet().to() + ", VNI " + vxlan.vni();
        Optional<Position> inner = vxlan.frame().isPresent()
                ? config.vlans().stream()
                        .filter(each -> each.vni().filter(vxlan.vni()::equals).isPresent())
                        .findFirst()
                        .map(each -> new Position.Bridging(
                                at.device(), each.vlan(), vxlan.frame().get(), vxlan.packet()))
                : config.vrfs().stream()
                        .filter(each -> each.l3vni().filter(vxlan.vni()::equals).isPresent())
                        .findFirst()
                        .map(VrfConfig::name)
                        .map(vrf -> new Position.Routing(at.device(), vrf, vxlan.packet()));
        return inner.<Step>map(position -> sent(at, "its " + vtep, List.of(Leg.inside(position))))
                .orElseGet(() -> new Step.Ended(at, "its " + vtep + ", which is not configured", Arrival.BLACK_HOLE));
    }

    private static String describe(RouteEntry route) {
        String source = route.source().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return route.prefix() + " " + source + in(route.vrf());
    }

    private static String in(VrfName vrf) {
        return vrf.equals(VrfName.DEFAULT) ? "" : " in VRF " + vrf;
    }

    private static String joined(List<IpAddress> addresses) {
        return String.join(" or ", addresses.stream().map(IpAddress::toString).toList());
    }

    private static Step sent(Position at, String reason, List<Leg> legs) {
        return new Step.Sent(at, reason, legs);
    }
}
