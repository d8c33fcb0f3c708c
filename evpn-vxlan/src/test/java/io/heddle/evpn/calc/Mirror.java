package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NextHop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out differences one by one, as an agent on every switch would, and is strict about it. */
final class Mirror {

    private final Map<DeviceName, Map<Object, TableEntry>> tables = new HashMap<>();

    void carryOut(List<TableChange> changes) {
        for (TableChange change : changes) {
            for (DeviceName at : change.at()) {
                Map<Object, TableEntry> table = tables.computeIfAbsent(at, _ -> new HashMap<>());
                switch (change) {
                    case TableChange.Put put -> {
                        TableEntry old = table.put(key(put.entry()), put.entry());
                        assertThat(old).as("put anew at " + at).isNotEqualTo(put.entry());
                    }
                    case TableChange.Removed removed ->
                        assertThat(table.remove(key(removed.entry())))
                                .as("removed at " + at)
                                .isEqualTo(removed.entry());
                }
                assertNothingWithoutTunnel(at, table);
            }
        }
    }

    private static void assertNothingWithoutTunnel(DeviceName at, Map<Object, TableEntry> table) {
        Set<IpAddress> tunnels = new HashSet<>();
        Set<IpAddress> used = new HashSet<>();
        for (TableEntry each : table.values()) {
            switch (each) {
                case TableEntry.Tunnel tunnel -> tunnels.add(tunnel.vtep());
                case TableEntry.Flood flood -> used.add(flood.entry().vtep());
                case TableEntry.Fdb fdb -> {
                    if (fdb.entry().target() instanceof FdbEntry.Target.Vteps remote) {
                        used.addAll(remote.vteps());
                    }
                }
                case TableEntry.Neighbor neighbor -> neighbor.entry().vtep().ifPresent(used::add);
                case TableEntry.Route route -> {
                    for (NextHop hop : route.entry().nextHops()) {
                        if (hop instanceof NextHop.ViaVtep via) {
                            used.add(via.vtep());
                        }
                    }
                }
            }
        }
        assertThat(tunnels).as("tunnels at " + at).containsAll(used);
    }

    private static Object key(TableEntry entry) {
        return switch (entry) {
            case TableEntry.Tunnel each -> each;
            case TableEntry.Flood each -> each;
            case TableEntry.Fdb each ->
                List.of(each.entry().vlan(), each.entry().mac());
            case TableEntry.Neighbor each ->
                List.of("arp", each.entry().vlan(), each.entry().address());
            case TableEntry.Route each ->
                List.of(each.entry().vrf(), each.entry().prefix());
        };
    }

    Set<TableEntry> at(DeviceName device) {
        return tables.getOrDefault(device, Map.of()).values().stream().collect(Collectors.toSet());
    }
}
