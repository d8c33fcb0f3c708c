package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/** Table 5: MAC addresses, and for the rest the flood groups of {@link Flooding}. */
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
        Flooding flooding = new Flooding(draft, exits);
        for (VlanConfig each : draft.config.vlans()) {
            flooding.add(each, each.vni().map(lists::get).orElse(List.of()));
        }
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
        draft.flow(Stage.BRIDGE, 100, Cookie.of(EntryClass.MAC), match, built.computeIfAbsent(legs, draft::anyOf));
    }
}
