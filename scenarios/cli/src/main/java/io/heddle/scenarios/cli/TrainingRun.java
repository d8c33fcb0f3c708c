package io.heddle.scenarios.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Runs typical commands in one JVM, or with {@code controller} a controller, so that the launcher can record which classes they load into an
 * AOT cache. Their output and exit codes do not matter here.
 */
final class TrainingRun {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("version"),
            List.of("list"),
            List.of("simulate", "dell-kubeflow-rack"),
            List.of("simulate", "dell-kubeflow-rack", "--json"));

    private TrainingRun() {}

    public static void main(String[] args) throws IOException, InputException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        if (List.of(args).contains("controller")) {
            ControllerTraining.run(nowhere);
            return;
        }
        for (List<String> command : COMMANDS) {
            Main.run(command, nowhere, nowhere);
        }
    }
}
