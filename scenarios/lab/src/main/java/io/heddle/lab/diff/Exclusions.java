package io.heddle.lab.diff;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The conditions of each {@link Peculiarity}, for one fabric. */
final class Exclusions {

    private final Set<IpAddress> ofSwitches = new HashSet<>();

    /** The VTEPs that share an Ethernet segment with a VTEP, itself included. */
    private final Map<IpAddress, Set<IpAddress>> segments = new HashMap<>();

    private final Map<DeviceName, IpAddress> vteps = new HashMap<>();

    /** What the interfaces of the switches behind a VTEP cover. */
    private final Map<IpAddress, Set<Prefix>> subnets = new HashMap<>();

    private record PortOf(DeviceName device, String port) {}

    /** The VTEPs of the Ethernet segment that a port is on. */
    private final Map<PortOf, List<IpAddress>> ports = new HashMap<>();

    private final IdleSubnets idle;

    Exclusions(NetworkConfig config, Map<DeviceName, SwitchTables> computed) {
        idle = new IdleSubnets(config, computed);
        Map<Esi, List<IpAddress>> bySegment = new HashMap<>();
        for (SwitchConfig each : config.switches()) {
            each.vlans().stream()
                    .flatMap(vlan -> vlan.svi().stream())
                    .flatMap(svi -> svi.own().stream())
                    .forEach(address -> ofSwitches.add(address.address()));
            each.vtep().ifPresent(vtep -> {
                Set<Prefix> covered = subnets.computeIfAbsent(vtep.bridgedAddress(), _ -> new TreeSet<>());
                each.vlans().stream()
                        .flatMap(vlan -> vlan.svi().stream())
                        .flatMap(svi -> Stream.concat(svi.own().stream(), svi.anycastGateway().stream()))
                        .forEach(own -> covered.add(Prefix.covering(own.address(), own.length())));
                vteps.put(each.name(), vtep.bridgedAddress());
                for (BridgePort port : each.bridgePorts()) {
                    port.esi().ifPresent(esi -> {
                        List<IpAddress> leafs = bySegment.computeIfAbsent(esi, _ -> new ArrayList<>());
                        leafs.add(vtep.bridgedAddress());
                        ports.put(new PortOf(each.name(), port.name()), leafs);
                    });
                }
            });
        }
        bySegment
                .values()
                .forEach(leafs -> leafs.forEach(each ->
                        segments.computeIfAbsent(each, _ -> new TreeSet<>()).addAll(leafs)));
    }

    Optional<Peculiarity> neighbor(
            ExplicitTables tables, Optional<NeighborEntry> computed, Optional<NeighborEntry> held) {
        DeviceName device = tables.device();
        if (computed.isEmpty()
                && held.filter(each -> ofSwitches.contains(each.address())
                                && each.vtep().isEmpty())
                        .isPresent()) {
            return Optional.of(Peculiarity.NEIGHBOR_IS_A_SWITCH);
        }
        if (held.isEmpty()
                && computed.filter(each -> isBehindLoneSegment(tables, each)).isPresent()) {
            return Optional.of(Peculiarity.ONE_MEMBER_SPEAKS);
        }
        boolean sameMac = computed.map(NeighborEntry::mac).equals(held.map(NeighborEntry::mac));
        return sameMac && share(device, computed.flatMap(NeighborEntry::vtep), held.flatMap(NeighborEntry::vtep))
                ? Optional.of(Peculiarity.ETHERNET_SEGMENT)
                : Optional.empty();
    }

    Optional<Peculiarity> mac(ExplicitTables tables, Optional<FdbEntry> computed, Optional<FdbEntry> held) {
        if (held.isEmpty()
                && computed.filter(each -> isBehindLoneSegment(tables, each)).isPresent()) {
            return Optional.of(Peculiarity.ONE_MEMBER_SPEAKS);
        }
        if (computed.isEmpty() || held.isEmpty()) {
            return Optional.empty();
        }
        return share(tables.device(), computed.get().target(), held.get().target())
                ? Optional.of(Peculiarity.ETHERNET_SEGMENT)
                : Optional.empty();
    }

    /** Whether both lead to one Ethernet segment, at least one of them by way of another leaf of it. */
    private boolean share(DeviceName device, FdbEntry.Target one, FdbEntry.Target other) {
        return switch (one) {
            case FdbEntry.Target.Port port ->
                other instanceof FdbEntry.Target.Vteps remote
                        && ports.getOrDefault(new PortOf(device, port.bridgePort()), List.of())
                                .containsAll(remote.vteps());
            case FdbEntry.Target.Vteps remote ->
                switch (other) {
                    case FdbEntry.Target.Port _ -> share(device, other, one);
                    case FdbEntry.Target.Vteps held ->
                        share(
                                device,
                                Optional.of(remote.vteps().getFirst()),
                                Optional.of(held.vteps().getFirst()));
                };
        };
    }

    Optional<Peculiarity> route(DeviceName device, Optional<RouteEntry> computed, Optional<RouteEntry> held) {
        if (computed.isPresent() && held.isEmpty()) {
            return neverMade(computed.get());
        }
        if (held.isEmpty()
                || held.get().source() != RouteSource.EVPN
                || !held.get().prefix().isHost()) {
            return Optional.empty();
        }
        return share(device, computed.flatMap(Exclusions::vtep), vtep(held.get()))
                ? Optional.of(Peculiarity.ETHERNET_SEGMENT)
                : Optional.empty();
    }

    private Optional<Peculiarity> neverMade(RouteEntry route) {
        if (route.source() == RouteSource.EVPN
                && route.prefix().isHost()
                && route.nextHops().stream()
                        .allMatch(each -> each instanceof NextHop.ViaVtep via
                                && subnets.getOrDefault(via.vtep(), Set.of()).stream()
                                        .noneMatch(subnet ->
                                                subnet.contains(route.prefix().address())))) {
            return Optional.of(Peculiarity.ADDRESS_OUTSIDE_ITS_SUBNET);
        }
        boolean byBgp = route.source() == RouteSource.BGP_EXTERNAL || route.source() == RouteSource.BGP_INTERNAL;
        if (byBgp && idle.contains(route.prefix())) {
            return Optional.of(Peculiarity.SUBNET_WITHOUT_CARRIER);
        }
        boolean manyLegs =
                route.nextHops().size() > 1 && route.nextHops().stream().allMatch(NextHop.ViaPort.class::isInstance);
        return route.source() == RouteSource.STATIC && route.prefix().family() == IpFamily.IPV6 && manyLegs
                ? Optional.of(Peculiarity.IPV6_LEGS_WITHOUT_GATEWAY)
                : Optional.empty();
    }

    private static Optional<IpAddress> vtep(RouteEntry route) {
        return route.nextHops().getFirst() instanceof NextHop.ViaVtep via ? Optional.of(via.vtep()) : Optional.empty();
    }

    Optional<Peculiarity> vtep(ExplicitTables computed, IpAddress vtep, boolean held) {
        if (held) {
            return Optional.empty();
        }
        ExplicitTables named = ExplicitTables.copyOf(computed);
        boolean isNamed = named.routeSet().stream()
                        .flatMap(each -> each.nextHops().stream())
                        .anyMatch(each -> each instanceof NextHop.ViaVtep via
                                && via.vtep().equals(vtep))
                || named.neighborSet().stream()
                        .anyMatch(each -> each.vtep().filter(vtep::equals).isPresent())
                || named.macSet().stream()
                        .anyMatch(each -> each.target() instanceof FdbEntry.Target.Vteps remote
                                && remote.vteps().contains(vtep))
                || named.floodSet().stream().anyMatch(each -> each.vtep().equals(vtep));
        if (!isNamed) {
            return Optional.of(Peculiarity.TUNNEL_OF_A_LOST_SUBNET);
        }
        return segments.containsKey(vtep) ? Optional.of(Peculiarity.ETHERNET_SEGMENT) : Optional.empty();
    }

    private boolean isBehindLoneSegment(ExplicitTables tables, NeighborEntry neighbor) {
        return neighbor.vtep().isEmpty()
                && tables.macSet().stream()
                        .filter(each -> each.vlan().equals(neighbor.vlan())
                                && each.mac().equals(neighbor.mac()))
                        .anyMatch(each -> isBehindLoneSegment(tables, each));
    }

    /** Whether an own port on an Ethernet segment leads there, and no other leaf of the segment can be reached. */
    private boolean isBehindLoneSegment(ExplicitTables tables, FdbEntry entry) {
        IpAddress own = vteps.get(tables.device());
        if (own == null || !(entry.target() instanceof FdbEntry.Target.Port port)) {
            return false;
        }
        List<IpAddress> others = ports.getOrDefault(new PortOf(tables.device(), port.bridgePort()), List.of());
        return others.contains(own)
                && others.stream()
                        .allMatch(each -> each.equals(own)
                                || tables.routeSet().stream()
                                        .noneMatch(route -> route.vrf().equals(VrfName.DEFAULT)
                                                && route.prefix().equals(Prefix.host(each))));
    }

    /** Whether both are leafs of one Ethernet segment; none means the switch itself. */
    private boolean share(DeviceName device, Optional<IpAddress> one, Optional<IpAddress> other) {
        IpAddress own = vteps.get(device);
        if (own == null) {
            return false;
        }
        Set<IpAddress> segment = segments.getOrDefault(one.orElse(own), Set.of());
        return segment.contains(other.orElse(own));
    }
}
