package io.heddle.topology.yaml;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys a mapping may hold, in the order in which they are documented. Declared once as a constant, so that the JSON Schema can be
 * tested against it.
 */
public final class Keys {

    /** No key at all. */
    public static final Keys NONE = new Keys(Set.of(), Set.of());

    private final Set<String> required;
    private final Set<String> all;

    private Keys(Set<String> required, Set<String> all) {
        this.required = Collections.unmodifiableSet(required);
        this.all = Collections.unmodifiableSet(all);
    }

    public static Keys required(String... keys) {
        Set<String> set = new LinkedHashSet<>(List.of(keys));
        return new Keys(set, set);
    }

    /** These keys, none of them required. */
    public static Keys of(String... keys) {
        return NONE.optional(keys);
    }

    /** These keys and further, optional ones. */
    public Keys optional(String... keys) {
        Set<String> set = new LinkedHashSet<>(all);
        set.addAll(List.of(keys));
        return new Keys(required, set);
    }

    /** Keys that must be there. */
    public Set<String> required() {
        return required;
    }

    /** Required and optional keys. */
    public Set<String> all() {
        return all;
    }

    @Override
    public String toString() {
        return String.join(", ", all);
    }
}
