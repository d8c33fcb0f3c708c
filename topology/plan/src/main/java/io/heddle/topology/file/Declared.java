package io.heddle.topology.file;

import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Place;
import io.heddle.topology.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of one kind with the place of each. */
final class Declared<T> {

    private final String what;
    private final Map<T, Place> places = new LinkedHashMap<>();
    private final Known<T> known;

    Declared(String what) {
        this.what = what;
        known = Known.of(what, places.keySet());
    }

    /** False, with a problem that names the first place, if the name is taken. */
    boolean declare(YamlNode node, T name) {
        Place before = places.putIfAbsent(name, node.place());
        if (before != null) {
            node.wrong(
                    what + " '" + name + "' again", "each " + what + " once", "the first is in line " + before.line());
        }
        return before == null;
    }

    /** For names that need no declaration. */
    void allow(T name, Place place) {
        places.putIfAbsent(name, place);
    }

    boolean has(T name) {
        return places.containsKey(name);
    }

    /** False, with a problem that suggests the nearest, if there is no such name. */
    boolean check(YamlNode node, T name) {
        return known.check(node, name);
    }
}
