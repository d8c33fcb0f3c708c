package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.simulator.walk.Frame;
import io.heddle.simulator.walk.Packet;
import io.heddle.simulator.walk.Position;
import io.heddle.simulator.walk.Step;
import io.heddle.simulator.walk.Walk;
import java.util.HashSet;
import java.util.Set;

/** What a walk met: it may differ when one of these changed. */
final class Met {

    final Set<DeviceName> devices = new HashSet<>();
    final Set<IpAddress> lookups = new HashSet<>();
    final Set<Mac> macs = new HashSet<>();

    private Met() {}

    static Met nothing() {
        return new Met();
    }

    static Met by(Walk walk) {
        Met met = new Met();
        for (Step each : walk.steps()) {
            met.devices.add(each.at().device());
            met.add(each.at().packet());
            if (each.at() instanceof Position.Bridging bridging && bridging.frame() instanceof Frame.Host(Mac mac)) {
                met.macs.add(mac);
            }
        }
        return met;
    }

    private void add(Packet packet) {
        lookups.add(packet.to());
        if (packet.inside().orElse(null) instanceof Packet.Inside.Vxlan vxlan) {
            add(vxlan.packet());
        }
    }
}
