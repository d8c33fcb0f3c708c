package io.heddle.topology.file;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code fabric.yaml}, format {@code fabric/1}: a fabric written out in full, or one to be generated.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Optional<FabricSpec> fabric = FabricReader.of(DeviceCatalogue.builtIn()).read(path, List.of(Setting.parse("generate.racks=40")), problems);
 * if (fabric.isEmpty()) {
 *     System.err.print(problems);
 * }
 * }</pre>
 */
public final class FabricReader {

    public static final Format FORMAT = new Format("fabric", 1);

    private final Known<ProfileRef> profiles;

    /**
     * Makes a reader.
     *
     * @param profiles the rows of the device catalogue; {@link Known#anything} takes any
     */
    public FabricReader(Known<ProfileRef> profiles) {
        this.profiles = profiles;
    }

    /** A reader that takes the devices of this catalogue. */
    public static FabricReader of(DeviceCatalogue catalogue) {
        return new FabricReader(new Known<>(
                "device", ref -> catalogue.find(ref).isPresent(), ref -> nearest(ref, catalogue.nearest(ref))));
    }

    /** Of the rows of the nearest device, the one that reads most like what was written. */
    private static Optional<String> nearest(ProfileRef wrong, List<ProfileRef> rows) {
        List<String> texts = rows.stream().map(ProfileRef::toString).toList();
        return Nearest.to(wrong.toString(), texts).or(() -> texts.stream().findFirst());
    }

    /** Reads a file. Empty exactly if a problem was recorded. */
    public Optional<FabricSpec> read(Path file, List<Setting> settings, Problems problems) {
        return read(YamlDocument.read(file, settings, problems));
    }

    /** Reads a whole document. Empty if a problem was recorded, be it before or now. */
    public Optional<FabricSpec> read(YamlNode root) {
        return FORMAT.accepts(root) ? read(root, GenerateReader.FABRIC, WrittenReader.FABRIC, "") : Optional.empty();
    }

    /**
     * Reads the same mapping as a section of another file, where it needs neither format nor name.
     *
     * @param name of a fabric that gives none
     */
    public Optional<FabricSpec> readSection(YamlNode section, String name) {
        if (section.peek(Format.KEY).isPresent() && !FORMAT.accepts(section)) {
            return Optional.empty();
        }
        return read(section, GenerateReader.SECTION, WrittenReader.SECTION, name);
    }

    private Optional<FabricSpec> read(YamlNode root, Keys generated, Keys written, String name) {
        FabricScope scope = new FabricScope(profiles);
        if (root.peek("generate").isPresent()) {
            Optional<FabricSpec> spec = new GenerateReader(scope)
                    .read(root.mapping(generated), name)
                    .map(FabricSpec.Generated::new);
            return root.problems().isEmpty() ? spec : Optional.empty();
        }
        Fabric.Builder fabric = new WrittenReader(scope).read(root.mapping(written), name);
        return root.problems().isEmpty() ? Optional.of(new FabricSpec.Written(fabric.build())) : Optional.empty();
    }
}
