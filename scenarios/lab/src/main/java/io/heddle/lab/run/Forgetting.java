package io.heddle.lab.run;

import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.Meaning;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.observe.KernelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands for time that passes: what a switch learned from hosts ages, and a switch that starts anew knows nothing at all. */
final class Forgetting {

    private Forgetting() {}

    /**
     * Deletes entries.
     *
     * @param all what FRR installed too
     */
    static void run(SwitchFace face, boolean all) throws LabException {
        for (String space : face.spaces().values()) {
            KernelState kernel = KernelState.of(space);
            List<String> macs = new ArrayList<>();
            for (JsonValue each : kernel.fdb()) {
                mac(face, each, all).ifPresent(macs::add);
            }
            // A port that goes down forgets by itself, at the same time.
            Batch.bridgeAsFarAsPossible(space, macs);
            List<String> neighbors = new ArrayList<>();
            for (JsonValue each : kernel.neighbors()) {
                boolean remote = each.find("extern_learn").isPresent();
                boolean ofVlan = each.text("dev").flatMap(face::meaning).orElse(null) instanceof Meaning.Vlan;
                if (all || ofVlan && !remote) {
                    neighbors.add("neigh del " + each.text("dst").orElseThrow() + " dev "
                            + each.text("dev").orElseThrow());
                }
            }
            Batch.ipAsFarAsPossible(space, neighbors);
            if (all) {
                Batch.ipAsFarAsPossible(space, List.of("route flush proto bgp", "route flush proto static"));
            }
        }
    }

    private static Optional<String> mac(SwitchFace face, JsonValue entry, boolean all) {
        Optional<Meaning> meaning = entry.text("ifname").flatMap(face::meaning);
        String head = "fdb del " + entry.text("mac").orElse("") + " dev "
                + entry.text("ifname").orElse("");
        boolean permanent = entry.text("state").filter("permanent"::equals).isPresent();
        boolean ofBridge = entry.text("master").isPresent();
        return switch (meaning.orElse(new Meaning.Loopback())) {
            case Meaning.Member _ -> permanent || !ofBridge ? Optional.empty() : Optional.of(head + " master");
            case Meaning.Tunnel _, Meaning.TenantTunnel _ -> {
                if (!all || ofBridge && permanent) {
                    yield Optional.empty();
                }
                yield ofBridge
                        ? Optional.of(head + " master")
                        : entry.text("dst").map(dst -> head + " dst " + dst + " self");
            }
            case Meaning.Loopback _, Meaning.Routed _, Meaning.Vlan _, Meaning.Tenant _ -> Optional.empty();
        };
    }
}
