package io.heddle.simulator.stable;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One switch's view of the solved state. Entries are made when asked for; nothing but small indexes is kept per switch. */
final class SolvedTables implements SwitchTables {

    private final SwitchConfig config;
    private final int number;
    private final Underlay underlay;
    private final LayerTwo layerTwo;
    private final @Nullable ImportedOverlay overlay;
    private final Map<VrfName, Map<Prefix, RouteEntry>> vrfs;
    private final TableCounts counts;

    SolvedTables(
            SwitchConfig config, int number, Underlay underlay, LayerTwo layerTwo, @Nullable ImportedOverlay overlay) {
        this.config = config;
        this.number = number;
        this.underlay = underlay;
        this.layerTwo = layerTwo;
        this.overlay = overlay;
        vrfs = new HashMap<>();
        for (VrfConfig each : config.vrfs()) {
            if (!each.name().equals(VrfName.DEFAULT)) {
                Map<Prefix, RouteEntry> routes =
                        new HashMap<>(overlay == null ? Map.of() : overlay.vrfRoutes(each.name()));
                LocalRoutes.subnets(config, each.name(), routes);
                vrfs.put(each.name(), routes);
            }
        }
        counts = new SolvedCounts(config, number, underlay, layerTwo, overlay, vrfs.values()).counts();
    }

    @Override
    public DeviceName device() {
        return config.name();
    }

    @Override
    public Stream<RouteEntry> routes() {
        return Stream.concat(underlay.routes(number), vrfs.values().stream().flatMap(each -> each.values().stream()));
    }

    @Override
    public Optional<RouteEntry> route(VrfName vrf, Prefix prefix) {
        return vrf.equals(VrfName.DEFAULT)
                ? Optional.ofNullable(underlay.route(number, prefix))
                : Optional.ofNullable(vrfs.getOrDefault(vrf, Map.of()).get(prefix));
    }

    @Override
    public Optional<RouteEntry> longestMatch(VrfName vrf, IpAddress address) {
        return vrf.equals(VrfName.DEFAULT)
                ? Optional.ofNullable(underlay.longestMatch(number, address))
                : SwitchTables.super.longestMatch(vrf, address);
    }

    @Override
    public Stream<NeighborEntry> neighbors() {
        List<NeighborEntry> found = new ArrayList<>();
        for (VlanConfig vlan : config.vlans()) {
            vlan.svi().ifPresent(svi -> {
                for (Station station : localStations(vlan.vlan())) {
                    addNeighbors(vlan.vlan(), svi, station, Optional.empty(), found);
                }
            });
        }
        if (overlay != null) {
            for (ImportedOverlay.RemoteHosts remote : overlay.remoteHosts()) {
                VlanConfig.Svi svi = remote.vlan().svi().orElse(null);
                if (svi != null && !remote.addressVteps().isEmpty()) {
                    Optional<IpAddress> vtep = Optional.of(remote.addressVteps().getFirst());
                    remote.group()
                            .stations()
                            .forEach(each -> addNeighbors(remote.vlan().vlan(), svi, each, vtep, found));
                }
            }
        }
        return found.stream();
    }

    private static void addNeighbors(
            VlanId vlan, VlanConfig.Svi svi, Station station, Optional<IpAddress> vtep, List<NeighborEntry> found) {
        Host.forEach(station, host -> host.addresses().forEach(address -> {
            if (svi.covers(address)) {
                found.add(new NeighborEntry(vlan, address, host.mac(), vtep));
            }
        }));
    }

    private List<Station> localStations(VlanId vlan) {
        BridgeDomains domains = layerTwo.of(vlan);
        return domains == null ? List.of() : domains.stationsOf(domains.domain(number));
    }

    @Override
    public Stream<FdbEntry> macs() {
        List<FdbEntry> found = new ArrayList<>();
        for (VlanConfig vlan : config.vlans()) {
            BridgeDomains domains = layerTwo.of(vlan.vlan());
            for (Station station : localStations(vlan.vlan())) {
                if (domains != null) {
                    addMacs(
                            vlan.vlan(),
                            station,
                            new FdbEntry.Target.Port(
                                    domains.way(number, station).bridgePort()),
                            found);
                }
            }
        }
        if (overlay != null) {
            for (ImportedOverlay.RemoteHosts remote : overlay.remoteHosts()) {
                FdbEntry.Target target = new FdbEntry.Target.Vteps(remote.vteps());
                remote.group().stations().forEach(each -> addMacs(remote.vlan().vlan(), each, target, found));
            }
        }
        return found.stream();
    }

    private static void addMacs(VlanId vlan, Station station, FdbEntry.Target target, List<FdbEntry> found) {
        Host.forEach(station, host -> found.add(new FdbEntry(vlan, host.mac(), target)));
    }

    @Override
    public Optional<FdbEntry> mac(VlanId vlan, Mac mac) {
        BridgeDomains domains = layerTwo.of(vlan);
        Station station = domains == null ? null : domains.stationOf(mac);
        boolean configured =
                config.vlans().stream().anyMatch(each -> each.vlan().equals(vlan));
        if (domains == null || station == null || !configured) {
            return Optional.empty();
        }
        if (domains.isLocal(station, number)) {
            String port = domains.way(number, station).bridgePort();
            return Optional.of(new FdbEntry(vlan, mac, new FdbEntry.Target.Port(port)));
        }
        ImportedOverlay.RemoteHosts remote = overlay == null ? null : overlay.remoteHosts(vlan, station);
        return remote == null
                ? Optional.empty()
                : Optional.of(new FdbEntry(vlan, mac, new FdbEntry.Target.Vteps(remote.vteps())));
    }

    @Override
    public Stream<FloodEntry> floodList() {
        return overlay == null ? Stream.empty() : overlay.floodList().stream();
    }

    @Override
    public Stream<IpAddress> remoteVteps() {
        return overlay == null ? Stream.empty() : overlay.vteps().stream();
    }

    @Override
    public TableCounts counts() {
        return counts;
    }
}
