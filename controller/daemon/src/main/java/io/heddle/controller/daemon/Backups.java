package io.heddle.controller.daemon;

import io.heddle.controller.core.State;
import io.heddle.controller.daemon.config.BackupConfig;
import io.heddle.controller.store.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Backups in a directory, named by revision; of more than are to be kept the oldest go. */
final class Backups {

    private static final String PREFIX = "controller-";
    private static final String SUFFIX = ".backup";

    private final BackupConfig config;

    Backups(BackupConfig config) {
        this.config = config;
    }

    /** The new backup. A state that is backed up already is not written again. */
    Path make(State state) throws IOException {
        Files.createDirectories(config.directory());
        Path file = config.directory().resolve(String.format("%s%020d%s", PREFIX, state.revision(), SUFFIX));
        if (!Files.exists(file)) {
            Backup.write(state, file);
        }
        List<Path> all = all();
        for (int i = 0; i < all.size() - config.keep(); i++) {
            Files.delete(all.get(i));
        }
        return file;
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(config.directory())) {
            return files.filter(each -> {
                        String name = each.getFileName().toString();
                        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
                    })
                    .sorted()
                    .toList();
        }
    }
}
