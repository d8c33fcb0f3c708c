package io.heddle.topology.export;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.RackName;
import java.util.ArrayList;
import java.util.List;

/** One row for each cable, its lower end first: a node before a leaf before a spine. */
final class CablingList {

    private static final List<String> HEADER =
            List.of("from-device", "from-port", "from-rack", "to-device", "to-port", "to-rack", "speed", "purpose");

    private CablingList() {}

    static CsvTable of(Fabric fabric) {
        Inventory inventory = new Inventory(fabric);
        PortIndex ports = PortIndex.of(fabric);
        List<List<String>> rows = new ArrayList<>(fabric.links().size());
        for (Link link : fabric.links()) {
            boolean upwards = inventory.height(link.a().device())
                    <= inventory.height(link.b().device());
            PortRef from = upwards ? link.a() : link.b();
            PortRef to = link.otherEnd(from);
            rows.add(List.of(
                    from.device().toString(),
                    from.port().toString(),
                    rack(inventory, from),
                    to.device().toString(),
                    to.port().toString(),
                    rack(inventory, to),
                    ports.speed(link).toString(),
                    inventory.purpose(link)));
        }
        return new CsvTable("cabling", HEADER, rows);
    }

    private static String rack(Inventory inventory, PortRef end) {
        return inventory.rack(end.device()).map(RackName::toString).orElse("");
    }
}
