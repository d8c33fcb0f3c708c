package io.heddle.scenarios.script;

import io.heddle.topology.yaml.Place;
import io.heddle.topology.yaml.YamlNode;

/** Where something was written: the place, and the way to it in the document. */
public record Origin(Place place, String path) {

    static Origin of(YamlNode node) {
        return new Origin(node.place(), node.path());
    }

    @Override
    public String toString() {
        return path.isEmpty() ? place.toString() : place + ": " + path;
    }
}
