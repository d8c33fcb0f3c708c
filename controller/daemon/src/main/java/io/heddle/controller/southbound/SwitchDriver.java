package io.heddle.controller.southbound;

import io.heddle.controller.core.announce.Wanted;
import io.heddle.model.fabric.DeviceName;
import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Consumer;

/** A way to tell switches what they are to hold. Thread-safe. */
public interface SwitchDriver extends AutoCloseable {

    /**
     * From now on these switches are told this and nothing else, also whenever they come back. Everything new reaches all of them before
     * anything is taken back from one. A want of an older revision than the last one of a switch is passed over.
     *
     * @throws IllegalArgumentException if a switch is not this driver's, or must not be told a route
     */
    void want(Collection<Wanted> wants);

    /** How every switch is doing. */
    SortedMap<DeviceName, SwitchStatus> status();

    /** What a switch itself says, as far as it is listened to. */
    Observation observe(DeviceName device);

    /** Tells a listener what happens from now on, on a thread of the driver's, which it must not hold up. */
    void listen(Consumer<SwitchEvent> listener);

    /** Lets go of the switches without a word; what becomes of what they hold is theirs to say. */
    @Override
    void close();
}
