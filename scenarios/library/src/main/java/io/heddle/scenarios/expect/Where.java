package io.heddle.scenarios.expect;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;

/** Which switches an expectation is about. */
public sealed interface Where {

    /** One switch. */
    record OneSwitch(DeviceName name) implements Where {
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** Every switch of a role; there must be one. */
    record EveryOf(SwitchRole role) implements Where {
        @Override
        public String toString() {
            return "every " + role;
        }
    }

    /** All switches together: the fullest of them decides. */
    record WholeFabric() implements Where {
        @Override
        public String toString() {
            return "the fabric";
        }
    }
}
