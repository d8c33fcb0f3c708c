package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

/**
 * The way back: from the flows and groups that a switch holds to its tables. For {@link SwitchCompiler}'s own programs it gives the tables
 * they were made from, but for entries that were unplaced and for what {@link Canonical} says.
 */
public final class TablesReader {

    private final SwitchConfig config;
    private final Wiring wiring;
    private final Numbers numbers;
    private final Map<Integer, List<TrafficTreatment>> groups = new HashMap<>();
    private final Map<VlanId, Map<io.heddle.model.net.Mac, FdbEntry>> macs = new TreeMap<>();
    private final List<FloodEntry> flood = new ArrayList<>();

    private TablesReader(SwitchConfig config, Wiring wiring) {
        this.config = config;
        this.wiring = wiring;
        numbers = new Numbers(config, wiring);
    }

    /** Flows of other classes and of no class are passed over. */
    public static ExplicitTables read(
            SwitchConfig config, Wiring wiring, Collection<FlowRule> flows, Collection<GroupDescription> groups) {
        return new TablesReader(config, wiring).read(flows, groups);
    }

    private ExplicitTables read(Collection<FlowRule> flows, Collection<GroupDescription> groupsHeld) {
        groupsHeld.forEach(each -> groups.put(
                each.givenGroupId(),
                each.buckets().buckets().stream().map(GroupBucket::treatment).toList()));
        List<FlowRule> neighborFlows = new ArrayList<>();
        List<FlowRule> routeFlows = new ArrayList<>();
        for (FlowRule flow : flows) {
            Cookie.parse(flow.id().value()).ifPresent(cookie -> {
                switch (cookie.entry()) {
                    case PLUMBING -> {}
                    case ROUTE -> routeFlows.add(flow);
                    case NEIGHBOR -> neighborFlows.add(flow);
                    case MAC -> mac(flow);
                    case FLOOD -> flood(flow);
                }
            });
        }
        List<NeighborEntry> neighbors = new ArrayList<>();
        neighborFlows.forEach(each -> neighbor(each).ifPresent(neighbors::add));
        RouteReader routes = new RouteReader(config, numbers, groups, new HostAddresses(neighbors));
        List<RouteEntry> routeEntries = new ArrayList<>();
        routeFlows.forEach(each -> routes.read(each).ifPresent(routeEntries::add));
        return ExplicitTables.of(
                config,
                routeEntries,
                neighbors,
                macs.values().stream().flatMap(each -> each.values().stream()).toList(),
                flood,
                wiring.tunnels().keySet());
    }

    private void mac(FlowRule flow) {
        Selected match = new Selected(flow);
        Optional<FdbEntry> entry = match.vlan().flatMap(vlan -> match.destination()
                .flatMap(mac -> target(flow.treatment()).map(target -> new FdbEntry(vlan, mac, target))));
        entry.ifPresent(
                each -> macs.computeIfAbsent(each.vlan(), _ -> new TreeMap<>()).put(each.mac(), each));
    }

    private Optional<FdbEntry.Target> target(TrafficTreatment treatment) {
        Effect effect = Effect.of(treatment);
        List<TrafficTreatment> legs = effect.group().isPresent()
                ? groups.getOrDefault(effect.group().getAsInt(), List.of())
                : List.of(treatment);
        TreeSet<IpAddress> vteps = new TreeSet<>();
        TreeSet<String> ports = new TreeSet<>();
        for (TrafficTreatment each : legs) {
            Effect.of(each).port().ifPresent(port -> {
                numbers.vtep(port).ifPresent(vteps::add);
                numbers.bridged(port).ifPresent(bridge -> ports.add(bridge.name()));
            });
        }
        if (ports.size() == 1 && vteps.isEmpty()) {
            return Optional.of(new FdbEntry.Target.Port(ports.getFirst()));
        }
        return vteps.isEmpty() || !ports.isEmpty()
                ? Optional.empty()
                : Optional.of(new FdbEntry.Target.Vteps(List.copyOf(vteps)));
    }

    /** A VLAN's flood list is that of frames from any port; the others lack what must not be sent twice. */
    private void flood(FlowRule flow) {
        if (flow.selector().getCriterion(Criterion.Type.IN_PORT) != null) {
            return;
        }
        int group = Effect.of(flow.treatment()).group().orElse(0);
        for (TrafficTreatment each : groups.getOrDefault(group, List.of())) {
            Effect effect = Effect.of(each);
            if (effect.vni().isPresent() && effect.port().isPresent()) {
                numbers.vtep(effect.port().getAsLong())
                        .ifPresent(vtep ->
                                flood.add(new FloodEntry(new Vni(effect.vni().getAsInt()), vtep)));
            }
        }
    }

    private Optional<NeighborEntry> neighbor(FlowRule flow) {
        Selected match = new Selected(flow);
        long vlan = match.metadata().orElse(0);
        if (vlan < 1 || vlan > 4094) {
            return Optional.empty();
        }
        VlanId id = new VlanId((int) vlan);
        return match.prefix().flatMap(prefix -> Effect.of(flow.treatment())
                .destination()
                .map(mac -> new NeighborEntry(id, prefix.address(), mac, behind(id, mac))));
    }

    /** The smallest VTEP that the host's MAC points at. */
    private Optional<IpAddress> behind(VlanId vlan, io.heddle.model.net.Mac mac) {
        FdbEntry entry = macs.getOrDefault(vlan, Map.of()).get(mac);
        return entry != null && entry.target() instanceof FdbEntry.Target.Vteps(List<IpAddress> vteps)
                ? Optional.of(vteps.getFirst())
                : Optional.empty();
    }
}
