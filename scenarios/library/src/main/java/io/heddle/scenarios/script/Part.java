package io.heddle.scenarios.script;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.RackName;

/** A part of a fabric as a script names it. */
public sealed interface Part {

    /** What a script may write. */
    String FORM = "a device, DEVICE:PORT for its cable, 'card CARD of NODE', 'peer link of PAIR' or 'rack RACK'";

    record Device(DeviceName name) implements Part {}

    /** The cable in a port. */
    record Cable(PortRef port) implements Part {}

    /** Every cable of a card. */
    record OfCard(String card, DeviceName node) implements Part {}

    record PeerLink(String pair) implements Part {}

    record OfRack(RackName rack) implements Part {}

    /** Parses one of the forms. */
    static Part parse(String text) {
        int of = text.indexOf(" of ");
        if (text.startsWith("card ") && of > 0) {
            return new OfCard(
                    text.substring("card ".length(), of).strip(),
                    DeviceName.of(text.substring(of + " of ".length()).strip()));
        }
        if (text.startsWith("peer link of ")) {
            return new PeerLink(text.substring("peer link of ".length()).strip());
        }
        if (text.startsWith("rack ")) {
            return new OfRack(RackName.of(text.substring("rack ".length()).strip()));
        }
        return text.contains(":") ? new Cable(PortRef.parse(text)) : new Device(DeviceName.of(text));
    }
}
