package io.heddle.topology.catalogue;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every row that Heddle knows, and those a user added. Immutable and safe to share; built-in files are read when first asked for.
 */
public final class DeviceCatalogue {

    private static final Comparator<ProfileRef> BY_NAME = Comparator.comparing(ProfileRef::device)
            .thenComparing(ProfileRef::os)
            .thenComparing(ProfileRef::profile);

    private final BuiltInFiles files;
    /**
     * Rows of users' files by name, which hide built-in rows of the same name. Text as key: the first equals of a record class costs a
     * short command 20 ms.
     */
    private final Map<String, DeviceProfile> added;

    /** Other names of users' devices. */
    private final Map<String, String> addedAliases;

    private final List<LimitOverride> overrides;

    private DeviceCatalogue(
            BuiltInFiles files,
            Map<String, DeviceProfile> added,
            Map<String, String> addedAliases,
            List<LimitOverride> overrides) {
        this.files = files;
        this.added = added;
        this.addedAliases = addedAliases;
        this.overrides = overrides;
    }

    public static DeviceCatalogue builtIn() {
        return new DeviceCatalogue(BuiltInFiles.SHARED, Map.of(), Map.of(), List.of());
    }

    /** The row of that name; a device may be called by an alias, such as {@code nvidia-spectrum-1} for {@code nvidia-sn2700}. */
    public Optional<DeviceProfile> find(ProfileRef ref) {
        return row(canonical(ref)).map(this::overridden);
    }

    /** Every row by device, operating system and profile. Reads every built-in file. */
    public List<DeviceProfile> all() {
        Map<ProfileRef, DeviceProfile> rows = new TreeMap<>(BY_NAME);
        for (String device : files.devices()) {
            files.device(device).forEach(each -> rows.put(each.ref(), each));
        }
        added.values().forEach(each -> rows.put(each.ref(), each));
        return rows.values().stream().map(this::overridden).toList();
    }

    /** The names of all devices, aliases left out. */
    public Collection<String> devices() {
        TreeSet<String> names = new TreeSet<>(files.devices());
        added.values().forEach(each -> names.add(each.ref().device()));
        return names;
    }

    /**
     * What somebody may have meant who wrote a row that is not there, best first: the device's rows if the device exists, else rows of
     * the device with the nearest name. Empty if nothing is near.
     */
    public List<ProfileRef> nearest(ProfileRef missing) {
        Optional<String> device = Nearest.to(missing.device(), deviceNames());
        if (device.isEmpty()) {
            return List.of();
        }
        List<ProfileRef> rows = rowsOf(canonical(device.get()));
        List<ProfileRef> sameSystem =
                rows.stream().filter(each -> each.os().equals(missing.os())).toList();
        return sameSystem.isEmpty() ? rows : sameSystem;
    }

    /** The built-in catalogue's answer to a misspelled device: {@code dell-s5284f} → {@code dell-s5248f}. */
    public Optional<String> nearest(String device) {
        return Nearest.to(device, devices());
    }

    /**
     * This catalogue and the device of a user's file. If the file has mistakes they are added to {@code problems} and this catalogue is
     * returned.
     */
    public DeviceCatalogue withFile(Path file, Problems problems) {
        Problems own = new Problems();
        DeviceFile read = DeviceReader.read(YamlDocument.read(file, List.of(), own), files, _ -> true);
        own.list().forEach(problems::add);
        return own.isEmpty() ? with(read) : this;
    }

    /** This catalogue and the device in {@code text}; {@code name} is what problems call it. */
    public DeviceCatalogue withText(String name, String text, Problems problems) {
        Problems own = new Problems();
        DeviceFile read = DeviceReader.read(YamlDocument.read(name, text, List.of(), own), files, _ -> true);
        own.list().forEach(problems::add);
        return own.isEmpty() ? with(read) : this;
    }

    /**
     * This catalogue with single limits changed; later ones win. Throws an {@link IllegalArgumentException} that names the nearest row if
     * one is not in the catalogue or its table cannot have that limit.
     */
    public DeviceCatalogue withOverrides(List<LimitOverride> more) {
        for (LimitOverride each : more) {
            if (find(each.row()).isEmpty()) {
                throw new IllegalArgumentException(missing(each.row()));
            }
        }
        DeviceCatalogue changed = new DeviceCatalogue(
                files,
                added,
                addedAliases,
                Stream.concat(overrides.stream(), more.stream()).toList());
        more.forEach(each -> changed.find(each.row()));
        return changed;
    }

    /** Says that a row is not there, and what is: "no row 'a/b/c' in the device catalogue; expected ...". */
    public String missing(ProfileRef ref) {
        List<ProfileRef> near = nearest(ref);
        return "no row '" + ref + "' in the device catalogue; expected "
                + (near.isEmpty()
                        ? "one that `heddle devices` lists"
                        : "one like "
                                + String.join(
                                        ", ",
                                        near.stream().map(ProfileRef::toString).toList()));
    }

    private DeviceCatalogue with(DeviceFile file) {
        Map<String, DeviceProfile> rows = new LinkedHashMap<>(added);
        Map<String, String> aliases = new LinkedHashMap<>(addedAliases);
        for (DeviceProfile each : file.rows()) {
            rows.put(each.ref().toString(), each);
            file.aliases().forEach(alias -> aliases.put(alias, each.ref().device()));
        }
        return new DeviceCatalogue(files, rows, aliases, overrides);
    }

    private Optional<DeviceProfile> row(ProfileRef ref) {
        DeviceProfile own = added.get(ref.toString());
        return own != null
                ? Optional.of(own)
                : files.device(ref.device(), ref.os()).stream()
                        .filter(each -> BY_NAME.compare(each.ref(), ref) == 0)
                        .findFirst();
    }

    private List<String> deviceNames() {
        return Stream.of(devices(), files.aliases(), addedAliases.keySet())
                .flatMap(Collection::stream)
                .toList();
    }

    private List<ProfileRef> rowsOf(String device) {
        return Stream.concat(
                        files.device(device).stream().map(DeviceProfile::ref),
                        added.values().stream().map(DeviceProfile::ref).filter(each -> each.device()
                                .equals(device)))
                .distinct()
                .sorted(BY_NAME)
                .toList();
    }

    private DeviceProfile overridden(DeviceProfile row) {
        DeviceProfile changed = row;
        for (LimitOverride each : overrides) {
            if (BY_NAME.compare(canonical(each.row()), row.ref()) == 0) {
                changed = changed.withLimit(each.resource(), each.limit(), each.evidence());
            }
        }
        return changed;
    }

    private String canonical(String device) {
        return addedAliases.getOrDefault(device, files.canonical(device));
    }

    private ProfileRef canonical(ProfileRef ref) {
        return new ProfileRef(canonical(ref.device()), ref.os(), ref.profile());
    }
}
