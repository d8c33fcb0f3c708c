package io.heddle.lab.run;

import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.Meaning;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.config.BridgePort;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.List;

/**
 * A MAC that a leaf has behind a bridge port.
 *
 * @param mac as the kernel writes it
 * @param own the leaf has heard it there itself; otherwise it was told
 */
record LearnedMac(VlanId vlan, String mac, BridgePort port, boolean own) {

    /** All of a leaf. */
    static List<LearnedMac> at(SwitchFace face) throws LabException {
        List<LearnedMac> all = new ArrayList<>();
        for (String space : face.spaces().values()) {
            String shown =
                    Command.of("bridge", "-n", space, "-j", "fdb", "show").output();
            for (JsonValue each : JsonReader.read(shown, "MACs of " + space).items()) {
                String state = each.text("state").orElse("");
                Meaning meaning = each.text("ifname").flatMap(face::meaning).orElse(new Meaning.Loopback());
                if (each.text("master").isPresent()
                        && !state.equals("permanent")
                        && meaning instanceof Meaning.Member(VlanId vlan, String name)) {
                    String mac = each.text("mac").orElseThrow();
                    face.config().bridgePorts().stream()
                            .filter(port -> port.name().equals(name))
                            .forEach(port -> all.add(new LearnedMac(vlan, mac, port, state.isEmpty())));
                }
            }
        }
        return all;
    }

    /** The MAC on its VLAN, wherever it is. */
    String host() {
        return host(vlan, mac);
    }

    static String host(VlanId vlan, String mac) {
        return mac + " on VLAN " + vlan;
    }
}
