package io.heddle.lab.run;

import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.Meaning;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.model.fabric.Outage;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays what switches with Ethernet segments run beside FRR: they ask their neighbours before these age. FRR announces a neighbour behind a
 * segment only while the kernel says that it is reachable, and Linux learns one that asks as stale.
 */
final class NeighborWatch {

    private NeighborWatch() {}

    static void run(LabLayout layout, Outage outage) throws LabException {
        List<SwitchFace> faces = layout.switches().stream()
                .filter(each -> outage.isUp(each.config().name()))
                .filter(each -> each.config().bridgePorts().stream()
                        .anyMatch(port -> port.esi().isPresent()))
                .toList();
        Parallel.map(faces, each -> {
            for (String space : each.spaces().values()) {
                refresh(each, space);
            }
            return true;
        });
    }

    private static void refresh(SwitchFace face, String space) throws LabException {
        List<String> lines = new ArrayList<>();
        String all = Command.of("ip", "-n", space, "-j", "neigh", "show").output();
        for (JsonValue each : JsonReader.read(all, "neighbours of " + space).items()) {
            boolean ofVlan = each.text("dev").flatMap(face::meaning).orElse(null) instanceof Meaning.Vlan;
            if (ofVlan
                    && each.find("extern_learn").isEmpty()
                    && each.text("lladdr").isPresent()) {
                lines.add("neigh replace " + each.text("dst").orElseThrow() + " lladdr "
                        + each.text("lladdr").orElseThrow() + " dev "
                        + each.text("dev").orElseThrow() + " nud reachable");
            }
        }
        Batch.ip(space, lines);
    }
}
