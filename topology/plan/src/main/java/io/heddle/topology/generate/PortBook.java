package io.heddle.topology.generate;

import io.heddle.model.device.FrontPort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.fault.Faults;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands out the ports of one switch. Running out is told once, by {@link #report}. Single-threaded. */
final class PortBook {

    private final DeviceName device;
    private final PortShape shape;
    private final BitSet used = new BitSet();
    private final List<Port> taken = new ArrayList<>();
    private final Map<Bandwidth, Integer> missing = new HashMap<>();

    PortBook(DeviceName device, PortShape shape) {
        this.device = device;
        this.shape = shape;
    }

    DeviceName device() {
        return device;
    }

    ProfileRef profile() {
        return shape.profile();
    }

    /** The lowest free port for a cable that goes down. */
    PortRef down(Bandwidth speed) {
        return take(speed, false);
    }

    /** The highest free port for a cable that goes up or sideways. */
    PortRef up(Bandwidth speed) {
        return take(speed, true);
    }

    private PortRef take(Bandwidth speed, boolean highest) {
        if (!shape.isKnown()) {
            return took(new Port(shape.counted(taken.size() + 1), taken.size() + 1, speed));
        }
        int[] candidates = shape.runningAt(speed);
        for (int i = 0; i < candidates.length; i++) {
            int at = candidates[highest ? candidates.length - 1 - i : i];
            if (!used.get(at)) {
                used.set(at);
                FrontPort front = shape.at(at);
                return took(new Port(front.name(), front.number(), speed));
            }
        }
        // The cable is drawn all the same, so that every shortage of the fabric is told, not the first alone.
        int beyond = missing.merge(speed, 1, Integer::sum);
        return new PortRef(device, PortName.of("missing-" + speed + "-" + beyond));
    }

    private PortRef took(Port port) {
        taken.add(port);
        return new PortRef(device, port.name());
    }

    /** The ports in use, by number. */
    List<Port> ports() {
        taken.sort(Comparator.comparingInt(Port::number));
        return taken;
    }

    void report(Faults faults) {
        missing.keySet().stream().sorted().forEach(speed -> {
            long atSpeed =
                    taken.stream().filter(each -> each.speed().equals(speed)).count();
            int fitting = shape.runningAt(speed).length;
            faults.add(
                    device + " (" + shape.profile() + ")",
                    (atSpeed + missing.getOrDefault(speed, 0)) + " ports needed at " + speed,
                    "at most " + atSpeed + ": " + fitting + " of its ports run at " + speed
                            + (fitting > atSpeed ? " and others use " + (fitting - atSpeed) + " of them" : ""));
        });
    }
}
