package io.heddle.scenarios.html;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.check.Oversubscription;
import io.heddle.topology.check.TierLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much more bandwidth each tier has downwards than upwards, equal switches together. */
final class OversubscriptionSection {

    private record Kind(SwitchRole role, Bandwidth down, Bandwidth up, String ratio) {
        static Kind of(TierLoad load) {
            return new Kind(load.role(), load.down(), load.up(), load.ratioText());
        }
    }

    private OversubscriptionSection() {}

    static void write(Html html, Fabric fabric) {
        Map<Kind, List<String>> kinds = new LinkedHashMap<>();
        for (TierLoad each : Oversubscription.of(fabric)) {
            if (!each.down().equals(Bandwidth.NONE)) {
                kinds.computeIfAbsent(Kind.of(each), _ -> new ArrayList<>())
                        .add(each.device().toString());
            }
        }
        if (kinds.isEmpty()) {
            return;
        }
        Names names = Names.of(fabric);
        html.open("section").element("h3", "Oversubscription");
        Grid grid = Grid.open(html, "loads", List.of("Role", "Switches#", "Down#", "Up#", "Ratio#", "Names"));
        kinds.forEach((kind, devices) -> grid.row(Mark.PLAIN)
                .cell(kind.role().toString())
                .cell(Numbers.of(devices.size()))
                .cell(kind.down().toString())
                .cell(kind.up().toString())
                .cell(kind.ratio())
                .cell(names.some(devices))
                .endRow());
        grid.close();
        html.close("section");
    }
}
