package io.heddle.topology.catalogue;

import io.heddle.model.device.Confidence;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.ProfileRef;

/**
 * A user's number in place of the catalogue's. In a shared table it is what the table holds of the resource alone.
 */
public record LimitOverride(ProfileRef row, Resource resource, Limit limit) {

    private static final String FORM = "a form like dell-s5248f/os10/default:remote_vtep=256";

    /** Parses device/os/profile:resource=limit, where the limit is a whole number, {@code unlimited} or {@code unknown}. */
    public static LimitOverride parse(String text) {
        int colon = text.indexOf(':');
        int equals = text.indexOf('=', colon + 1);
        String[] names = colon < 0 ? new String[0] : text.substring(0, colon).split("/", -1);
        if (equals < 0 || names.length != 3) {
            throw new IllegalArgumentException("'" + text + "' overrides nothing; expected " + FORM);
        }
        String name = text.substring(colon + 1, equals);
        Resource resource = Resource.parse(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("no resource '" + name + "' in '" + text + "'; expected " + FORM));
        return new LimitOverride(
                new ProfileRef(names[0], names[1], names[2]), resource, Limits.parse(text.substring(equals + 1)));
    }

    Evidence evidence() {
        return new Evidence("user", Confidence.CLAIMED);
    }

    @Override
    public String toString() {
        return row + ":" + resource + "=" + limit;
    }
}
