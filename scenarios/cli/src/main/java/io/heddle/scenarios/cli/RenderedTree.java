package io.heddle.scenarios.cli;

import io.heddle.render.RenderedFile;
import io.heddle.render.target.DeviceRendering;
import io.heddle.render.target.FabricRendering;
import io.heddle.render.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A directory of rendered files. A list in it, {@value #LIST}, says which files are ours and what we wrote, so that nothing of anybody
 * else's is overwritten and nothing edited is lost.
 */
final class RenderedTree {

    private static final String LIST = "heddle-render.txt";
    private static final String FORMAT = "heddle: rendering/1";

    private final Path folder;

    /** Digest by path, as of the last rendering. */
    private final Map<String, String> written;

    private RenderedTree(Path folder, Map<String, String> written) {
        this.folder = folder;
        this.written = written;
    }

    Path folder() {
        return folder;
    }

    static RenderedTree open(Path folder) throws InputException {
        Map<String, String> written = new TreeMap<>();
        Path list = folder.resolve(LIST);
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new InputException(folder + " is a file; expected a directory");
            }
            if (Files.exists(list)) {
                List<String> lines = Files.readAllLines(list);
                if (lines.isEmpty() || !lines.getFirst().equals(FORMAT)) {
                    throw new InputException(list + " begins with '" + (lines.isEmpty() ? "" : lines.getFirst())
                            + "'; expected '" + FORMAT + "', the list of what was rendered here");
                }
                for (String line : lines.subList(1, lines.size())) {
                    int gap = line.indexOf("  ");
                    if (gap < 0) {
                        throw new InputException(list + " has the line '" + line + "'; expected a digest and a path");
                    }
                    written.put(line.substring(gap + 2), line.substring(0, gap));
                }
            }
        } catch (IOException e) {
            throw new InputException("cannot read " + list + ": " + e.getMessage());
        }
        return new RenderedTree(folder, written);
    }

    TreeChanges compare(List<FabricRendering> renderings) throws InputException {
        TreeChanges changes =
                new TreeChanges(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Map<String, String> wanted = new LinkedHashMap<>();
        for (FabricRendering rendering : renderings) {
            for (DeviceRendering device : rendering.devices()) {
                for (RenderedFile file : device.files()) {
                    wanted.put(TreeChanges.path(device.device().value(), rendering.target(), file.path()), file.text());
                }
            }
        }
        for (Map.Entry<String, String> each : wanted.entrySet()) {
            compare(each.getKey(), each.getValue(), changes);
        }
        List<Target> targets = renderings.stream().map(FabricRendering::target).toList();
        for (String path : written.keySet()) {
            if (!wanted.containsKey(path) && targets.stream().anyMatch(each -> TreeChanges.isOf(path, each))) {
                Optional<String> there = read(path);
                if (there.isPresent()) {
                    changes.removed().add(path);
                    if (!isOurs(path, there.get())) {
                        changes.foreign().add(path);
                    }
                }
            }
        }
        return changes;
    }

    private void compare(String path, String text, TreeChanges changes) throws InputException {
        Optional<String> there = read(path);
        if (there.isEmpty()) {
            changes.added().put(path, text);
        } else if (there.get().equals(text)) {
            changes.unchanged().add(path);
        } else {
            changes.changed().put(path, text);
            if (!isOurs(path, there.get())) {
                changes.foreign().add(path);
            }
        }
    }

    private boolean isOurs(String path, String text) {
        return digest(text).equals(written.get(path));
    }

    /** Whether an earlier rendering wrote a file of that name. */
    boolean wrote(String path) {
        return written.containsKey(path);
    }

    /** The text of a file; empty if there is none. */
    Optional<String> read(String path) throws InputException {
        Path file = folder.resolve(path);
        try {
            return Files.exists(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** Writes what is new and changed, removes what is gone, touches nothing else; the list comes last. */
    void apply(TreeChanges changes) throws InputException {
        Map<String, String> after = new TreeMap<>(written);
        try {
            for (Map<String, String> files : List.of(changes.added(), changes.changed())) {
                for (Map.Entry<String, String> each : files.entrySet()) {
                    OutputFile.write(folder.resolve(each.getKey()), each.getValue());
                    after.put(each.getKey(), digest(each.getValue()));
                }
            }
            for (String each : changes.unchanged()) {
                after.put(each, digest(read(each).orElse("")));
            }
            for (String each : changes.removed()) {
                Files.deleteIfExists(folder.resolve(each));
                removeEmptyFolders(folder.resolve(each).getParent());
            }
            after.keySet().removeIf(each -> !Files.exists(folder.resolve(each)));
            if (!after.equals(written)) {
                StringBuilder list = new StringBuilder(FORMAT).append('\n');
                after.forEach((path, digest) ->
                        list.append(digest).append("  ").append(path).append('\n'));
                OutputFile.write(folder.resolve(LIST), list.toString());
            }
        } catch (IOException e) {
            throw new InputException("cannot write below " + folder + ": " + e.getMessage());
        }
    }

    private void removeEmptyFolders(@Nullable Path from) throws IOException {
        for (@Nullable Path each = from; each != null && !each.equals(folder); each = each.getParent()) {
            try (var content = Files.list(each)) {
                if (content.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(each);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
