package io.heddle.render;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names for values in the order they are met: the wished one, or it with {@code -2}, {@code -3} if another value has it. Equal values
 * share a name. Single-threaded.
 */
public final class UniqueNames<T> {

    private final Map<T, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Keeps {@code name} from being given to any value. */
    public void reserve(String name) {
        taken.add(name);
    }

    public String of(T value, String wished) {
        return names.computeIfAbsent(value, _ -> free(wished));
    }

    private String free(String wished) {
        String name = wished;
        for (int i = 2; !taken.add(name); i++) {
            name = wished + "-" + i;
        }
        return name;
    }
}
