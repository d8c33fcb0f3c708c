package io.heddle.cni.agent;

import io.heddle.cni.spec.AttachmentKey;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import java.util.Set;
import java.util.TreeSet;

/** What a runtime still knows, in a GC (specification 1.1.0, section 4). */
final class ValidAttachments {

    private static final String NAME = "cni.dev/valid-attachments";

    private ValidAttachments() {}

    /** A list that is missing would mean to remove everything: it is refused. */
    static Set<AttachmentKey> read(Fields config) throws BadField {
        if (config.object().get(NAME).isEmpty()) {
            throw new BadField(NAME, "nothing", "a list of {containerID, ifname}");
        }
        Set<AttachmentKey> valid = new TreeSet<>();
        for (Fields each : config.objects(NAME)) {
            try {
                valid.add(new AttachmentKey(each.neededText("containerID"), each.neededText("ifname")));
            } catch (IllegalArgumentException e) {
                throw new BadField(each.path(), "another form", String.valueOf(e.getMessage()));
            }
        }
        return valid;
    }
}
