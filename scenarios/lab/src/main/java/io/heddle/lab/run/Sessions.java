package io.heddle.lab.run;

import io.heddle.lab.frr.Daemons;
import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.model.fabric.DeviceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The BGP sessions of a router, as bgpd has them. */
final class Sessions {

    private static final String QUESTION = "show bgp neighbors json";

    private final Daemons daemons;

    Sessions(Daemons daemons) {
        this.daemons = daemons;
    }

    /** The status, by the journal's lines about processes. */
    RouterStatus status(DeviceName device, List<String> processes) throws LabException {
        int alive = (int) processes.stream()
                .filter(each -> each.endsWith(" " + device))
                .filter(each -> ProcessRef.parse(each).lives())
                .count();
        if (alive == 0) {
            return new RouterStatus(device, 0, 0, 0);
        }
        Map<String, Boolean> established = new HashMap<>();
        JsonValue answer =
                JsonReader.read(daemons.ask("bgpd", List.of(QUESTION)).getFirst(), QUESTION);
        answer.members().forEach((name, each) -> each.text("bgpState")
                .ifPresent(state -> established.put(name, state.equals("Established"))));
        return new RouterStatus(device, alive, established.size(), (int)
                established.values().stream().filter(each -> each).count());
    }
}
