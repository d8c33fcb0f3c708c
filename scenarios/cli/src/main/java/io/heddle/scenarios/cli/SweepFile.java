package io.heddle.scenarios.cli;

import io.heddle.scenarios.json.SweepJson;
import io.heddle.scenarios.sweep.SweepRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sweep, one JSON object a line, each written as soon as it is there. A last line that was cut off by a kill is dropped when the file
 * is opened again.
 *
 * @param rows that were there
 */
record SweepFile(List<SweepRow> rows, @Nullable Writer out) implements AutoCloseable {

    /** Nothing is kept where no file is named. */
    static SweepFile open(Optional<String> name) throws InputException {
        if (name.isEmpty()) {
            return new SweepFile(List.of(), null);
        }
        Path path = OutputFile.named(name.get());
        try {
            List<SweepRow> rows = new ArrayList<>();
            StringBuilder whole = new StringBuilder();
            for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
                Optional<SweepRow> row = SweepJson.read(line);
                if (row.isPresent()) {
                    rows.add(row.get());
                    whole.append(line).append('\n');
                }
            }
            OutputFile.write(path, whole.toString());
            return new SweepFile(List.copyOf(rows), Files.newBufferedWriter(path, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new InputException("cannot use " + path + " for results: " + e.getMessage());
        }
    }

    void append(SweepRow row) {
        if (out != null) {
            try {
                out.write(SweepJson.line(row) + "\n");
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws InputException {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new InputException("cannot write results: " + e.getMessage());
        }
    }
}
