package io.heddle.topology.yaml;

/** A key the person chose, such as a name, and its value. */
public record YamlEntry(YamlNode key, YamlNode value) {}
