package io.heddle.controller.http.api;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import java.util.Optional;

/** A place in the list of endpoints, as {@code after} has it: node, container and interface with a space between. */
record Place(String node, Optional<AttachmentKey> key) {

    static Place parse(String text) throws Refused {
        if (text.isEmpty()) {
            return new Place("", Optional.empty());
        }
        String[] parts = text.split(" ", -1);
        if (parts.length != 3) {
            throw new Refused(Problem.of(400, "bad-value", "after", "'" + text + "'", "what 'next' was"));
        }
        return new Place(parts[0], Optional.of(new AttachmentKey(parts[1], parts[2])));
    }

    @Override
    public String toString() {
        return node
                + key.map(each -> " " + each.container() + " " + each.interfaceName())
                        .orElse("");
    }
}
