package io.heddle.topology.catalogue;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Hardware;
import io.heddle.model.device.PortNaming;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a file of {@code heddle: device/1} into rows. */
final class DeviceReader {

    static final Keys KEYS = Keys.required(Format.KEY, "device", "vendor", "model", "asic", "profiles")
            .optional("aliases", "ports", "source", "confidence");
    static final Keys PROFILE = PartsReader.and(Keys.required("os").optional("profile", "from", "port-names"));

    private static final Format FORMAT = new Format("device", 1);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final BuiltInFiles files;
    private final EvidenceReader evidence;
    private final Optional<String> device;
    private final Hardware hardware;
    private final PortsReader.Ports ports;
    private final List<String> aliases;
    private final List<DeviceProfile> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private final Predicate<String> systemWanted;

    private DeviceReader(YamlMapping mapping, BuiltInFiles files, Predicate<String> systemWanted) {
        this.files = files;
        this.systemWanted = systemWanted;
        evidence = EvidenceReader.NONE.in(mapping);
        device = mapping.at("device").parse("a name", DeviceReader::name);
        hardware = new Hardware(
                mapping.at("vendor").text("a vendor").orElse("?"),
                mapping.at("model").text("a model").orElse("?"),
                mapping.at("asic").text("the name of a chip").orElse("?"));
        ports = PortsReader.ports(mapping.at("ports"), evidence);
        aliases = mapping.at("aliases").list(each -> each.parse("a name", DeviceReader::name));
    }

    /**
     * The rows that could be read under the operating systems wanted; check the problems of {@code root} before using them.
     */
    static DeviceFile read(YamlNode root, BuiltInFiles files, Predicate<String> systemWanted) {
        if (!FORMAT.accepts(root)) {
            return new DeviceFile(List.of(), List.of());
        }
        YamlMapping mapping = root.mapping(KEYS);
        DeviceReader reader = new DeviceReader(mapping, files, systemWanted);
        mapping.at("profiles").list().forEach(reader::profile);
        return new DeviceFile(reader.aliases, List.copyOf(reader.rows));
    }

    private void profile(YamlNode node) {
        YamlMapping mapping = node.mapping(PROFILE);
        Optional<String> os = mapping.at("os").parse("an operating system", DeviceReader::name);
        if (os.isPresent() && !systemWanted.test(os.get())) {
            return;
        }
        RowParts own = PartsReader.read(mapping, evidence);
        if (os.isEmpty()) {
            return;
        }
        Optional<OperatingSystem> system = files.system(os.get());
        Optional<PortNaming> naming =
                PortsReader.naming(mapping.at("port-names")).or(() -> system.map(OperatingSystem::ports));
        if (naming.isEmpty() && !mapping.has("port-names")) {
            unknown(
                    mapping.at("os"),
                    "an operating system of the catalogue, or port-names beside it",
                    files.systemNames());
        }
        RowParts base = system.map(OperatingSystem::parts).orElse(RowParts.NONE);
        profiles(mapping, os.get()).forEach((profile, parts) -> {
            RowParts all = base.with(parts).with(own);
            naming.ifPresent(each -> add(node, os.get(), profile, all, each));
        });
    }

    /** The profiles of {@code from}, or the one of {@code profile}. */
    private Map<String, RowParts> profiles(YamlMapping mapping, String os) {
        if (mapping.has("from") == mapping.has("profile")) {
            mapping.node()
                    .wrong(
                            mapping.has("from") ? "both 'from' and 'profile'" : "neither 'from' nor 'profile'",
                            "'profile' for a row of its own, or 'from' for those of a table set");
            return Map.of();
        }
        YamlNode from = mapping.at("from");
        if (!from.isPresent()) {
            return mapping.at("profile")
                    .parse("a name", DeviceReader::name)
                    .map(profile -> Map.of(profile, RowParts.NONE))
                    .orElse(Map.of());
        }
        Optional<TableSet> set = from.text("a table set").flatMap(files::tables);
        if (set.isEmpty()) {
            unknown(from, "a table set", files.tableNames());
        } else if (!set.get().os().equals(os)) {
            from.wrong(from.describe() + ", which is for " + set.get().os(), "a table set for " + os);
            return Map.of();
        }
        return set.map(TableSet::profiles).orElse(Map.of());
    }

    private void add(YamlNode node, String os, String profile, RowParts parts, PortNaming naming) {
        if (device.isEmpty()) {
            return;
        }
        ProfileRef ref = new ProfileRef(device.get(), os, profile);
        if (!seen.add(ref.toString())) {
            node.wrong("row " + ref + " twice", "each row once");
            return;
        }
        try {
            rows.add(parts.row(ref, hardware, ports.named(naming)));
        } catch (IllegalArgumentException e) {
            node.wrong("tables that do not go together", "each resource in one table", String.valueOf(e.getMessage()));
        }
    }

    private static void unknown(YamlNode node, String expected, Collection<String> known) {
        Optional<String> near = node.text(expected).flatMap(text -> Nearest.to(text, known));
        node.wrong(
                node.describe(),
                expected,
                near.map(each -> "did you mean '" + each + "'?").orElse("known are " + String.join(", ", known)));
    }

    private static String name(String text) {
        if (text.length() > 63 || !NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no name; expected small letters and digits joined by '-', such as dell-s5248f");
        }
        return text;
    }
}
