package io.heddle.topology.loss;

import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;

/** One thing that can break. */
public sealed interface Part {

    /** A switch with all its cables. */
    record OfSwitch(DeviceName name) implements Part {
        @Override
        public String toString() {
            return "switch " + name;
        }
    }

    /** A network card with all its ports. */
    record OfCard(DeviceName node, CardName card) implements Part {
        @Override
        public String toString() {
            return "card " + card + " of " + node;
        }
    }

    /** A port of a node's card. */
    record OfNodePort(DeviceName node, PortName port) implements Part {
        @Override
        public String toString() {
            return "port " + port + " of " + node;
        }
    }

    /** A port of a switch. */
    record OfSwitchPort(PortRef port) implements Part {
        @Override
        public String toString() {
            return "port " + port.port() + " of " + port.device();
        }
    }

    record OfCable(Link cable) implements Part {
        @Override
        public String toString() {
            return "cable " + cable;
        }
    }

    default Reading reading() {
        return switch (this) {
            case OfSwitch each -> Reading.SWITCH;
            case OfCard each -> Reading.CARD;
            case OfNodePort each -> Reading.NODE_PORT;
            case OfSwitchPort each -> Reading.SWITCH_PORT;
            case OfCable each -> Reading.CABLE;
        };
    }
}
