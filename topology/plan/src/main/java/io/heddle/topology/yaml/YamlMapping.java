package io.heddle.topology.yaml;

/** A mapping with known keys, which were checked when it was made. */
public final class YamlMapping {

    private final YamlNode node;
    private final Keys keys;

    YamlMapping(YamlNode node, Keys keys) {
        this.node = node;
        this.keys = keys;
    }

    /** The value of a key, on nothing if it is not there. The key must be one of {@link Keys#all}. */
    public YamlNode at(String key) {
        if (!keys.all().contains(key)) {
            throw new IllegalArgumentException("key '" + key + "' is not among " + keys);
        }
        return node.child(key);
    }

    /** The value of a key that only some kinds of this mapping have: on nothing if {@link Keys#all} is without it. */
    public YamlNode atIfKnown(String key) {
        return keys.all().contains(key) ? node.child(key) : node.nothing(key);
    }

    public boolean has(String key) {
        return at(key).isPresent();
    }

    /** The mapping as a value: for its place, its path and problems of the whole. */
    public YamlNode node() {
        return node;
    }
}
