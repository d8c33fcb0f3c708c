package io.heddle.topology.yaml;

import java.util.List;
import java.util.function.BiConsumer;

/** A list whose items are mappings of one key each, which says of what kind they are: {@code - outage: {under: 1s}}. */
public final class KindList {

    private KindList() {}

    /**
     * Reads each item; one of no known kind or of several is told as a problem at its place.
     *
     * @param what the items are, for people: {@code expectation}
     * @param kind takes the kind and what stands under it
     */
    public static void read(YamlNode section, Keys kinds, String what, BiConsumer<String, YamlNode> kind) {
        for (YamlNode item : section.list()) {
            List<YamlEntry> entries = item.entries();
            YamlMapping given = item.mapping(kinds);
            if (item.isMapping() && entries.size() != 1) {
                item.wrong(entries.size() + " keys", "one, the kind of " + what + ": one of " + kinds);
            } else if (!entries.isEmpty()) {
                String found = entries.getFirst().key().text("a kind").orElse("");
                if (kinds.all().contains(found)) {
                    kind.accept(found, given.at(found));
                }
            }
        }
    }
}
