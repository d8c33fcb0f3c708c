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
    /** Rows of users' files, which hide built-in rows of the same name. */
    private final Map<ProfileRef, DeviceProfile> added;

    private final List<LimitOverride> overrides;

    private DeviceCatalogue(BuiltInFiles files, Map<ProfileRef, DeviceProfile> added, List<LimitOverride> overrides) {
        this.files = files;
        this.added = added;
        this.overrides = overrides;
    }

    public static DeviceCatalogue builtIn() {
        return new DeviceCatalogue(BuiltInFiles.SHARED, Map.of(), List.of());
    }

    /** The row of that name; a device may be called by an alias, such as {@code nvidia-spectrum-1} for {@code nvidia-sn2700}. */
    public Optional<DeviceProfile> find(ProfileRef ref) {
        ProfileRef name = new ProfileRef(files.canonical(ref.device()), ref.os(), ref.profile());
        return row(name).map(this::overridden);
    }

    /** Every row by device, operating system and profile. Reads every built-in file. */
    public List<DeviceProfile> all() {
        Map<ProfileRef, DeviceProfile> rows = new TreeMap<>(BY_NAME);
        for (String device : files.devices()) {
            files.device(device).forEach(each -> rows.put(each.ref(), each));
        }
        rows.putAll(added);
        return rows.values().stream().map(this::overridden).toList();
    }

    /** The names of all devices, aliases left out. */
    public Collection<String> devices() {
        TreeSet<String> names = new TreeSet<>(files.devices());
        added.keySet().forEach(each -> names.add(each.device()));
        return names;
    }

    /**
     * What somebody may have meant who wrote a row that is not there, best first: the device's rows if the device exists, else rows of
     * the device with the nearest name. Empty if nothing is near.
     */
    public List<ProfileRef> nearest(ProfileRef missing) {
        Optional<String> device = Nearest.to(
                missing.device(),
                Stream.concat(devices().stream(), files.aliases().stream()).toList());
        if (device.isEmpty()) {
            return List.of();
        }
        List<ProfileRef> rows = rowsOf(files.canonical(device.get()));
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
        List<DeviceProfile> rows = DeviceReader.read(YamlDocument.read(file, List.of(), own), files);
        own.list().forEach(problems::add);
        return own.isEmpty() ? with(rows) : this;
    }

    /** This catalogue and the device in {@code text}; {@code name} is what problems call it. */
    public DeviceCatalogue withText(String name, String text, Problems problems) {
        Problems own = new Problems();
        List<DeviceProfile> rows = DeviceReader.read(YamlDocument.read(name, text, List.of(), own), files);
        own.list().forEach(problems::add);
        return own.isEmpty() ? with(rows) : this;
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
                files, added, Stream.concat(overrides.stream(), more.stream()).toList());
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

    private DeviceCatalogue with(List<DeviceProfile> rows) {
        Map<ProfileRef, DeviceProfile> more = new LinkedHashMap<>(added);
        rows.forEach(each -> more.put(each.ref(), each));
        return new DeviceCatalogue(files, more, overrides);
    }

    private Optional<DeviceProfile> row(ProfileRef ref) {
        DeviceProfile own = added.get(ref);
        return own != null
                ? Optional.of(own)
                : files.device(ref.device()).stream()
                        .filter(each -> each.ref().equals(ref))
                        .findFirst();
    }

    private List<ProfileRef> rowsOf(String device) {
        return Stream.concat(
                        files.device(device).stream().map(DeviceProfile::ref),
                        added.keySet().stream().filter(each -> each.device().equals(device)))
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

    private ProfileRef canonical(ProfileRef ref) {
        return new ProfileRef(files.canonical(ref.device()), ref.os(), ref.profile());
    }
}
