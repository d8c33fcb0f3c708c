package io.heddle.render.interfaces;

import java.util.ArrayList;
import java.util.List;

/** One interface: {@code auto} and {@code iface} with its options. Mutable while written; single-threaded. */
final class Stanza {

    private final String name;
    private final String kind;
    private final List<String> options = new ArrayList<>();

    private Stanza(String name, String kind) {
        this.name = name;
        this.kind = kind;
    }

    static Stanza of(String name) {
        return new Stanza(name, "");
    }

    static Stanza loopback() {
        return new Stanza("lo", " inet loopback");
    }

    Stanza with(String option, Object value) {
        options.add(option + " " + value);
        return this;
    }

    static String file(String device, List<Stanza> stanzas) {
        StringBuilder text = new StringBuilder("# " + device + "\n");
        for (Stanza each : stanzas) {
            text.append("\nauto ").append(each.name);
            text.append("\niface ").append(each.name).append(each.kind).append('\n');
            each.options.forEach(option -> text.append("    ").append(option).append('\n'));
        }
        return text.toString();
    }
}
