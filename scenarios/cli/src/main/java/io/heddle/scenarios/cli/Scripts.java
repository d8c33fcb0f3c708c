package io.heddle.scenarios.cli;

import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.script.ScriptReader;
import io.heddle.topology.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code --drill} and {@code --incident}. */
final class Scripts {

    private Scripts() {}

    /** The drills of the case that are named, and one of all incidents of the command line; without either, all of the case. */
    static List<Script> given(Arguments given, ScenarioCase chosen) throws InputException {
        List<Script> scripts = new ArrayList<>();
        List<String> names = given.values("drill");
        for (String each : names) {
            scripts.add(named(each, chosen));
        }
        List<String> incidents = given.values("incident");
        if (!incidents.isEmpty()) {
            Problems problems = new Problems();
            Optional<Script> script = ScriptReader.ofCommandLine(incidents, problems);
            scripts.add(script.orElseThrow(
                    () -> new InputException(problems.toString().stripTrailing())));
        }
        return names.isEmpty() && incidents.isEmpty() ? chosen.drills() : scripts;
    }

    private static Script named(String name, ScenarioCase chosen) throws InputException {
        for (Script each : chosen.drills()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new InputException("no drill '" + name + "' in " + chosen.name() + "; it has "
                + (chosen.drills().isEmpty()
                        ? "none"
                        : chosen.drills().stream().map(Script::name).collect(Collectors.joining(", "))));
    }
}
