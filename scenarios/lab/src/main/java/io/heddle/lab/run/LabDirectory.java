package io.heddle.lab.run;

import io.heddle.lab.linux.Journal;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a lab keeps its journal, its lock and one directory a router. */
public record LabDirectory(String lab, Path path) {

    /** In memory, gone with the machine's boot as the namespaces are. */
    public static final Path HOME = Path.of("/run/heddle-lab");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public LabDirectory {
        if (!NAME.matcher(lab).matches()) {
            throw new IllegalArgumentException(
                    "lab name '" + lab
                            + "' is not valid; expected lower-case letters, digits and '-', starting with a letter or digit, at most 32");
        }
    }

    public static LabDirectory of(String lab) {
        return new LabDirectory(lab, HOME.resolve(lab));
    }

    Path journal() {
        return path.resolve("journal");
    }

    Path router(String device) {
        return path.resolve(device);
    }

    public boolean exists() {
        return Files.exists(journal());
    }

    /** The labs there are, by name. */
    public static List<String> all() throws LabException {
        if (!Files.isDirectory(HOME)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(HOME)) {
            return paths.filter(each -> Files.exists(each.resolve("journal")))
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LabException("cannot read " + HOME + ": " + e.getMessage(), e);
        }
    }

    /** The namespaces of the lab. */
    public List<String> spaces() throws LabException {
        return Journal.open(journal()).values("space");
    }

    /** Held by whoever builds or takes down the lab; the system gives it back however that ends. */
    Lock lock() throws LabException {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(
                    HOME.resolve("." + lab + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new LabException("lab " + lab + " is being built or taken down by another process");
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw new LabException("cannot lock " + path + ": " + e.getMessage(), e);
        }
    }

    /** Closing it gives it back. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws LabException {
            try {
                channel.close();
            } catch (IOException e) {
                throw new LabException("cannot unlock: " + e.getMessage(), e);
            }
        }
    }

    void delete() throws LabException {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
            Files.deleteIfExists(HOME.resolve("." + lab + ".lock"));
        } catch (IOException e) {
            throw new LabException("cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
