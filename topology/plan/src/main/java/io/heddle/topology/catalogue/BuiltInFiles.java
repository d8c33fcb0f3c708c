package io.heddle.topology.catalogue;

import io.heddle.model.device.DeviceProfile;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The files that come with Heddle. The index names them, so that a run reads only what its fabric has: its devices, their operating
 * systems and table sets. Thread-safe; each file is read once.
 */
final class BuiltInFiles {

    static final BuiltInFiles SHARED = new BuiltInFiles();

    /** Device names, and aliases with the name each stands for. */
    private final Map<String, String> devices = new TreeMap<>();

    private final List<String> systemNames;
    private final List<String> tableNames;
    /** By device, and by device and operating system. */
    private final Map<String, List<DeviceProfile>> rows = new ConcurrentHashMap<>();

    private final Map<String, OperatingSystem> systems = new ConcurrentHashMap<>();
    private final Map<String, TableSet> tables = new ConcurrentHashMap<>();

    private BuiltInFiles() {
        String index = new String(bytes("index.txt"), StandardCharsets.UTF_8);
        for (String[] words : lines(index, "device")) {
            for (int i = 1; i < words.length; i++) {
                devices.put(words[i], words[1]);
            }
        }
        systemNames = lines(index, "system").stream().map(words -> words[1]).toList();
        tableNames = lines(index, "tables").stream().map(words -> words[1]).toList();
    }

    private static List<String[]> lines(String index, String kind) {
        return index.lines()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(kind))
                .toList();
    }

    /** The names of devices, aliases left out. */
    Collection<String> devices() {
        return Collections.unmodifiableCollection(new TreeSet<>(devices.values()));
    }

    Collection<String> aliases() {
        return Collections.unmodifiableCollection(devices.keySet());
    }

    /** The name that an alias stands for; any other word is its own. */
    String canonical(String device) {
        return devices.getOrDefault(device, device);
    }

    /** The rows of a device, called by its own name, under every operating system; none if there is no such device. */
    List<DeviceProfile> device(String name) {
        return rows(name, name, _ -> true);
    }

    /** The rows of a device under one operating system; files of the others are not read. */
    List<DeviceProfile> device(String name, String os) {
        return rows(name, name + "/" + os, os::equals);
    }

    private List<DeviceProfile> rows(String device, String key, Predicate<String> systemWanted) {
        return devices.containsValue(device)
                ? rows.computeIfAbsent(
                        key,
                        _ -> read("devices/" + device, node -> DeviceReader.read(node, this, systemWanted)
                                .rows()))
                : List.of();
    }

    Optional<OperatingSystem> system(String name) {
        return systemNames.contains(name)
                ? Optional.of(
                        systems.computeIfAbsent(name, each -> read("systems/" + each, OperatingSystemReader::read)))
                : Optional.empty();
    }

    Optional<TableSet> tables(String name) {
        return tableNames.contains(name)
                ? Optional.of(tables.computeIfAbsent(name, each -> read("tables/" + each, TableSetReader::read)))
                : Optional.empty();
    }

    Collection<String> systemNames() {
        return systemNames;
    }

    Collection<String> tableNames() {
        return tableNames;
    }

    private static <T> T read(String name, Function<YamlNode, T> reader) {
        String file = name + ".yaml";
        Problems problems = new Problems();
        T read = reader.apply(YamlDocument.read(file, bytes(file), List.of(), problems));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("built-in catalogue:\n" + problems);
        }
        return read;
    }

    private static byte[] bytes(String file) {
        try (InputStream in = BuiltInFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "built-in catalogue: the index names " + file + ", which does not exist");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
