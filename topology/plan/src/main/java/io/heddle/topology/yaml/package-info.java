/**
 * Reads YAML so that a person's mistake is answered with file, line, column, path, what was found and what was expected, several at
 * once. Every file format of Heddle is read through this package; no other one sees the parser behind it.
 *
 * <p>Flow: bytes → {@link io.heddle.topology.yaml.SourceText} (size, UTF-8, printable) → parser events → an immutable tree (depth,
 * aliases, duplicate keys, tags) → {@link io.heddle.topology.yaml.Setting}s laid over it → a {@link io.heddle.topology.yaml.YamlNode}
 * to walk with. A reader asks that cursor for what it needs:
 *
 * <pre>{@code
 * private static final Keys KEYS = Keys.required("name", "role").optional("speed", "racks");
 *
 * Problems problems = new Problems();
 * YamlMapping root = YamlDocument.read(path, settings, problems).mapping(KEYS);    // missing and unknown keys are reported here
 * Optional<DeviceName> name = root.at("name").parse("a device name", DeviceName::of);
 * Optional<SwitchRole> role = root.at("role").oneOf(SwitchRole.values());
 * Bandwidth speed = root.at("speed").parse("a speed such as 25G", Bandwidth::parse).orElse(DEFAULT);
 * int racks = root.at("racks").integer(1, 1000, 1);
 * if (problems.isEmpty()) { ... }
 * }</pre>
 *
 * <p>Nothing here throws on bad input: an accessor that cannot answer records a problem and returns its default. An absent optional
 * key is a cursor on nothing, which answers every accessor with the default and records nothing; so does an absent required key, since
 * its absence is already recorded.
 *
 * <p>Beside the cursor: {@link io.heddle.topology.yaml.Format} (which format and version this is), {@link
 * io.heddle.topology.yaml.Known} (references, with the nearest name suggested), {@link io.heddle.topology.yaml.SourceFiles} (files that a
 * document names), {@link io.heddle.topology.yaml.Setting} ({@code --set path=value}).
 *
 * <p>Not supported, and refused by name: several documents in one file, tags, merge keys ({@code <<}), keys that are lists or mappings,
 * encodings other than UTF-8. Anchors and aliases work, up to a bound on what they expand to.
 */
@NullMarked
package io.heddle.topology.yaml;

import org.jspecify.annotations.NullMarked;
