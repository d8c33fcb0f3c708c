package io.heddle.controller.onos.provider;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * What became of a round with a switch.
 *
 * @param connected false: nothing was asked, the switch keeps what it has
 * @param standing who this controller is to the switch; nothing is changed by one that does not write
 * @param changes how many changes were sent
 * @param refused what the switch would not take
 * @param unplaced what no rule could be made for
 * @param foreign flows and groups there that are not Heddle's
 */
public record Outcome(
        DeviceName device,
        boolean connected,
        Standing standing,
        int changes,
        List<Refusal> refused,
        List<String> unplaced,
        int foreign) {

    /**
     * A change refused.
     *
     * @param full for want of room: a matter for admission
     */
    public record Refusal(String change, String reason, boolean full) {}

    public Outcome {
        refused = List.copyOf(refused);
        unplaced = List.copyOf(unplaced);
    }

    /** The switch holds all that it is to hold. */
    public boolean isSettled() {
        return connected && standing instanceof Standing.Writes && refused.isEmpty() && unplaced.isEmpty();
    }

    /** Some table of the switch has no room left. */
    public boolean isFull() {
        return refused.stream().anyMatch(Refusal::full);
    }
}
