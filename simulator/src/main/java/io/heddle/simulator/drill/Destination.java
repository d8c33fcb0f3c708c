package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.simulator.walk.Steps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where the packets of several pairs go, and what is remembered of their ways there. Single-threaded. */
final class Destination {

    final IpAddress address;
    private final Steps steps;
    private long age;
    final List<Pair> pairs = new ArrayList<>();

    /** What was ever looked up on the way. */
    final Set<IpAddress> lookups = new HashSet<>();

    final Set<Mac> macs = new HashSet<>();

    Destination(IpAddress address, Steps steps) {
        this.address = address;
        this.steps = steps;
    }

    /** What is remembered of this age of the fabric; of another, nothing is. */
    Steps steps(long now) {
        if (age != now) {
            steps.forgetAll();
            age = now;
        }
        return steps;
    }

    /** The tables of a device changed. */
    void forget(DeviceName device) {
        steps.forget(device);
    }
}
