package io.heddle.controller.southbound;

import io.heddle.model.fabric.DeviceName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a switch is doing.
 *
 * @param up whether it can be told something now
 * @param state the driver's word for it, for example a BGP session's state
 * @param reason what led there
 * @param lastError why it could not be reached last
 * @param wanted the last revision that is wanted of it
 * @param told the revision it has been told completely; empty since it last came up until that is so
 * @param routes how many routes it is to hold of ours
 * @param received how many routes it tells us
 * @param bytesSent in this session
 */
public record SwitchStatus(
        DeviceName device,
        boolean up,
        String state,
        String reason,
        Optional<String> lastError,
        long wanted,
        OptionalLong told,
        int routes,
        int received,
        long bytesSent) {

    /** Whether it has been told all that is wanted. */
    public boolean isCurrent() {
        return told.isPresent() && told.getAsLong() == wanted;
    }
}
