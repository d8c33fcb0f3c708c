package io.heddle.topology.file;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Place;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pods in a CSV file: a line of column names ({@code name,node,ipv4,ipv6,mac}, in any order), then a pod a line. Only {@code node} and one
 * address are needed. A million lines take about a second.
 */
final class PodFile {

    static final Keys COLUMNS = Keys.required("node").optional("name", "ipv4", "ipv6", "mac");

    private final SourceFiles files;
    private final Known<DeviceName> nodes;
    private final PodPlaces places;

    PodFile(SourceFiles files, Known<DeviceName> nodes, PodPlaces places) {
        this.files = files;
        this.nodes = nodes;
        this.places = places;
    }

    /** Adds the pods of the file. */
    void read(YamlNode reference, String name, List<Endpoint> into) {
        try (InputStream in = files.open(name)) {
            read(new LineReader(in), files.display(name), reference.problems(), into);
        } catch (NoSuchFileException e) {
            reference.wrong("no such file '" + name + "'", "a CSV file beside this one");
        } catch (IOException e) {
            reference.wrong("file '" + name + "', which cannot be read", "a CSV file", String.valueOf(e.getMessage()));
        }
    }

    private void read(LineReader lines, String name, Problems problems, List<Endpoint> into) throws IOException {
        String header = lines.next();
        if (header == null) {
            problems.add(Place.startOf(name), "", "an empty file", "a line of column names: " + COLUMNS);
            return;
        }
        Optional<PodColumns> columns = PodColumns.of(new CsvRow(name, 1, header), problems);
        if (columns.isEmpty()) {
            return;
        }
        PodRow rows = new PodRow(columns.get(), nodes, places, problems);
        for (@Nullable String each = lines.next(); each != null && !problems.isFull(); each = lines.next()) {
            if (each.isBlank()) {
                continue;
            }
            if (into.size() == Sizes.PODS || each.length() >= LineReader.LONGEST) {
                boolean isLong = each.length() >= LineReader.LONGEST;
                problems.add(
                        new Place(name, lines.line(), 1),
                        "",
                        isLong
                                ? "a line of " + LineReader.LONGEST + " bytes or more"
                                : "more than " + Sizes.PODS + " pods",
                        isLong ? "a shorter one" : "at most that many");
                return;
            }
            Endpoint pod = rows.read(new CsvRow(name, lines.line(), each));
            if (pod != null) {
                into.add(pod);
            }
        }
    }
}
