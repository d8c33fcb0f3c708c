package io.heddle.topology.check;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.VlanId;
import io.heddle.topology.graph.Layer2Loops;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Flat layer 2 must be a tree of switches, an MLAG pair counting as one. */
final class Layer2Checks {

    private Layer2Checks() {}

    static void check(Fabric fabric, Findings findings) {
        List<DeviceName> spines = fabric.switches().stream()
                .filter(each -> each.role() == SwitchRole.SPINE)
                .map(Switch::name)
                .toList();
        for (Set<DeviceName> loop : Layer2Loops.of(fabric)) {
            long onLoop = spines.stream().filter(loop::contains).count();
            String found = "a loop over " + loop.size() + " switches";
            if (onLoop > 2) {
                found += " with " + onLoop + " active spines";
            } else if (onLoop == 2) {
                found += " with two spines that are no MLAG pair";
            }
            String expected = onLoop > 1 ? "one spine, or two that form one MLAG pair" : "no loop";
            for (DeviceName each : loop) {
                findings.error(Rule.LAYER2_LOOP, each, found, expected);
            }
        }
        Map<VlanId, Network> byVlan = new HashMap<>();
        for (Network each : fabric.networks()) {
            Network other = each.outOfBand() ? null : byVlan.putIfAbsent(each.vlan(), each);
            if (other != null) {
                findings.error(
                        Rule.VLAN_SHARED,
                        "network " + each.name(),
                        "VLAN " + each.vlan() + ", which is that of " + other.name() + " too",
                        "a VLAN of its own in the whole fabric");
            }
        }
    }
}
