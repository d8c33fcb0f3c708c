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
record Met(Set<DeviceName> devices, Set<IpAddress> lookups, Set<Mac> macs) {

    static final Met NOTHING = new Met(Set.of(), Set.of(), Set.of());

    Met {
        devices = Set.copyOf(devices);
        lookups = Set.copyOf(lookups);
        macs = Set.copyOf(macs);
    }

    /** What it met, and other devices on which it depends. */
    static Met by(Walk walk, Set<DeviceName> also) {
        Set<DeviceName> devices = new HashSet<>(also);
        Set<IpAddress> lookups = new HashSet<>();
        Set<Mac> macs = new HashSet<>();
        for (Step each : walk.steps()) {
            devices.add(each.at().device());
            add(each.at().packet(), lookups);
            if (each.at() instanceof Position.Bridging bridging && bridging.frame() instanceof Frame.Host(Mac mac)) {
                macs.add(mac);
            }
        }
        return new Met(devices, lookups, macs);
    }

    private static void add(Packet packet, Set<IpAddress> lookups) {
        lookups.add(packet.to());
        if (packet.inside().orElse(null) instanceof Packet.Inside.Vxlan vxlan) {
            add(vxlan.packet(), lookups);
        }
    }
}
