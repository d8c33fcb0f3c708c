package io.heddle.controller.onos.ovsdb;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/** What happens to switches; each may come on another thread, none may block. */
public interface OvsdbEvents {

    default void connected(DeviceName device) {}

    /** Told each time a channel ends, or cannot be opened for another reason than the time before. */
    default void lost(DeviceName device, String reason) {}

    /** Somebody else changed what was set up; it is being put right. */
    default void drifted(DeviceName device, List<String> differences) {}

    /** The switch refused a transaction; it is tried again. */
    default void refused(DeviceName device, String reason) {}
}
