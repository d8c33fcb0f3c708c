package io.heddle.controller.core;

import java.util.Optional;

/** What this replica sees of a switch; not kept, since each replica has its own sessions. */
public record SwitchState(boolean up, String reason, Optional<TableUse> use) {

    static final SwitchState UNSEEN = new SwitchState(false, "no session yet", Optional.empty());

    SwitchState withUp() {
        return new SwitchState(true, "", use);
    }

    SwitchState withDown(String why) {
        return new SwitchState(false, why, use);
    }

    SwitchState withUse(TableUse next) {
        return new SwitchState(up, reason, Optional.of(next));
    }
}
