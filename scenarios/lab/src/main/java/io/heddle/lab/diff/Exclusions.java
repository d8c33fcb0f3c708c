package io.heddle.lab.diff;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The conditions of each {@link Peculiarity}, for one fabric. */
final class Exclusions {

    private final Set<IpAddress> ofSwitches = new HashSet<>();

    /** The VTEPs that share an Ethernet segment with a VTEP, itself included. */
    private final Map<IpAddress, Set<IpAddress>> segments = new HashMap<>();

    private final Map<DeviceName, IpAddress> vteps = new HashMap<>();

    Exclusions(NetworkConfig config) {
        Map<Esi, List<IpAddress>> bySegment = new HashMap<>();
        for (SwitchConfig each : config.switches()) {
            each.vlans().stream()
                    .flatMap(vlan -> vlan.svi().stream())
                    .flatMap(svi -> svi.own().stream())
                    .forEach(address -> ofSwitches.add(address.address()));
            each.vtep().ifPresent(vtep -> {
                vteps.put(each.name(), vtep.bridgedAddress());
                each.bridgePorts().stream()
                        .map(BridgePort::esi)
                        .flatMap(Optional::stream)
                        .forEach(esi -> bySegment
                                .computeIfAbsent(esi, _ -> new ArrayList<>())
                                .add(vtep.bridgedAddress()));
            });
        }
        bySegment
                .values()
                .forEach(leafs -> leafs.forEach(each ->
                        segments.computeIfAbsent(each, _ -> new TreeSet<>()).addAll(leafs)));
    }

    Optional<Peculiarity> neighbor(DeviceName device, Optional<NeighborEntry> computed, Optional<NeighborEntry> held) {
        if (computed.isEmpty()
                && held.filter(each -> ofSwitches.contains(each.address())
                                && each.vtep().isEmpty())
                        .isPresent()) {
            return Optional.of(Peculiarity.NEIGHBOR_IS_A_SWITCH);
        }
        boolean sameMac = computed.map(NeighborEntry::mac).equals(held.map(NeighborEntry::mac));
        return sameMac && share(device, computed.flatMap(NeighborEntry::vtep), held.flatMap(NeighborEntry::vtep))
                ? Optional.of(Peculiarity.ETHERNET_SEGMENT)
                : Optional.empty();
    }

    Optional<Peculiarity> mac(DeviceName device, Optional<FdbEntry> computed, Optional<FdbEntry> held) {
        if (computed.isEmpty() || held.isEmpty()) {
            return Optional.empty();
        }
        return share(device, vtep(computed.get()), vtep(held.get()))
                ? Optional.of(Peculiarity.ETHERNET_SEGMENT)
                : Optional.empty();
    }

    private static Optional<IpAddress> vtep(FdbEntry entry) {
        return switch (entry.target()) {
            case FdbEntry.Target.Port _ -> Optional.empty();
            case FdbEntry.Target.Vteps remote -> Optional.of(remote.vteps().getFirst());
        };
    }

    Optional<Peculiarity> route(DeviceName device, Optional<RouteEntry> computed, Optional<RouteEntry> held) {
        if (held.isEmpty()
                || held.get().source() != RouteSource.EVPN
                || !held.get().prefix().isHost()) {
            return Optional.empty();
        }
        return share(device, computed.flatMap(Exclusions::vtep), vtep(held.get()))
                ? Optional.of(Peculiarity.ETHERNET_SEGMENT)
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
