package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/** Table 5: MAC addresses, and for the rest one flood group a VLAN; with a VNI a second one without tunnels, for what came by one. */
final class Bridging {

    private final Draft draft;
    private final Exits exits;
    private final Map<List<TrafficTreatment>, TrafficTreatment> built = new HashMap<>();

    Bridging(Draft draft, Exits exits) {
        this.draft = draft;
        this.exits = exits;
    }

    void add(SwitchTables tables) {
        tables.macs().sorted().forEach(this::mac);
        Map<Vni, List<FloodEntry>> lists = tables.floodList().sorted().collect(Collectors.groupingBy(FloodEntry::vni));
        draft.config.vlans().forEach(each -> flood(each, lists));
    }

    private void mac(FdbEntry entry) {
        List<TrafficTreatment> legs = exits.bridged(entry.vlan(), entry.target());
        if (legs.isEmpty()) {
            draft.unplaced("MAC " + entry.mac() + " on VLAN " + entry.vlan() + ": no way to " + entry.target());
            return;
        }
        TrafficSelector.Builder match =
                match().matchVlanId(Classify.vlan(entry.vlan())).matchEthDst(OnosNet.mac(entry.mac()));
        if (entry.target() instanceof FdbEntry.Target.Vteps) {
            match.matchMetadata(Classify.FROM_PORT);
        }
        draft.flow(Stage.BRIDGE, 100, Cookie.of(EntryClass.MAC), match, built.computeIfAbsent(legs, this::anyOf));
    }

    private TrafficTreatment anyOf(List<TrafficTreatment> legs) {
        return legs.size() == 1
                ? legs.getFirst()
                : act().group(draft.groups.select(legs)).build();
    }

    private void flood(VlanConfig vlan, Map<Vni, List<FloodEntry>> lists) {
        VlanId id = vlan.vlan();
        List<TrafficTreatment> local = new ArrayList<>();
        for (BridgePort each : draft.config.bridgePorts()) {
            List<TrafficTreatment> members = exits.bridged(id, new FdbEntry.Target.Port(each.name()));
            if (!members.isEmpty()) {
                local.add(anyOf(members));
            }
        }
        List<TrafficTreatment> all = new ArrayList<>(local);
        vlan.vni().ifPresent(vni -> {
            for (FloodEntry each : lists.getOrDefault(vni, List.of())) {
                exits.tunnel(act().popVlan(), vni, each.vtep())
                        .ifPresentOrElse(
                                all::add,
                                () -> draft.unplaced("flood list of VNI " + vni + ": no tunnel to " + each.vtep()));
            }
        });
        flood(id, false, 10, match().matchVlanId(Classify.vlan(id)), all);
        if (vlan.vni().isPresent()) {
            flood(id, true, 20, match().matchVlanId(Classify.vlan(id)).matchMetadata(Classify.FROM_TUNNEL), local);
        }
    }

    private void flood(
            VlanId vlan,
            boolean fromTunnel,
            int priority,
            TrafficSelector.Builder match,
            List<TrafficTreatment> buckets) {
        if (!buckets.isEmpty()) {
            draft.flow(
                    Stage.BRIDGE,
                    priority,
                    Cookie.of(EntryClass.FLOOD),
                    match,
                    act().group(draft.groups.flood(vlan.value(), fromTunnel, buckets))
                            .build());
        }
    }
}
