package io.heddle.scenarios.cli;

import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the scenario that NAME or FILE means: a name of the library first, a file otherwise. */
final class ScenarioSource {

    private ScenarioSource() {}

    static Scenario find(String name, List<Setting> settings) throws InputException {
        Problems problems = new Problems();
        Optional<Scenario> scenario = Library.names().contains(name)
                ? Library.find(name, settings, problems)
                : ScenarioReader.read(file(name), settings, problems);
        if (scenario.isEmpty()) {
            throw new InputException(problems.toString().stripTrailing());
        }
        return scenario.get();
    }

    /** The text of what {@code name} means, files that it names apart. */
    static byte[] bytes(String name) throws InputException {
        if (Library.names().contains(name)) {
            return Library.text(name);
        }
        Path file = file(name);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Path file(String name) throws InputException {
        try {
            Path file = Path.of(name);
            if (Files.exists(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new InputException("'" + name + "' is neither a scenario nor a file name: " + e.getReason());
        }
        throw new InputException("no scenario and no file '" + name + "'"
                + Nearest.to(name, Library.names())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; `heddle list` shows the scenarios"));
    }
}
