package io.heddle.lab.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What a lab has made, written before or as soon as it is made, so that everything can be found and taken away after any end of
 * whoever made it. Lines {@code WORD VALUE}, only ever appended.
 */
public final class Journal {

    private static final String FORMAT = "format heddle-lab/1";

    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /** Begins a new one. */
    public static Journal create(Path file) throws LabException {
        Journal journal = new Journal(file);
        journal.write(List.of(FORMAT), StandardOpenOption.CREATE_NEW);
        return journal;
    }

    /** Opens what is there. */
    public static Journal open(Path file) throws LabException {
        Journal journal = new Journal(file);
        List<String> lines = journal.lines();
        if (lines.isEmpty() || !lines.getFirst().equals(FORMAT)) {
            throw new LabException(file + " starts with '" + (lines.isEmpty() ? "" : lines.getFirst()) + "'; expected '"
                    + FORMAT + "'");
        }
        return journal;
    }

    public void add(String word, List<String> values) throws LabException {
        write(values.stream().map(each -> word + " " + each).toList(), StandardOpenOption.APPEND);
    }

    /** In the order added. */
    public List<String> values(String word) throws LabException {
        return lines().stream()
                .filter(each -> each.startsWith(word + " "))
                .map(each -> each.substring(word.length() + 1))
                .toList();
    }

    private List<String> lines() throws LabException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(List<String> lines, StandardOpenOption how) throws LabException {
        try {
            Files.write(file, lines, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
