package io.heddle.simulator.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;

/** What controllers and agents do that is in no table, told to the timeline. */
record ControllerRemarks(World world) {

    void tell(DeviceName who, String text) {
        world.note(new Change.Remark(who.value(), text), new Cause(Cause.Kind.OWN, text));
    }
}
