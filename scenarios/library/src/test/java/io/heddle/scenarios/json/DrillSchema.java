package io.heddle.scenarios.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.drill.DrillSurvey;
import io.heddle.simulator.event.NamedPace;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds drills as JSON against their schema. */
public final class DrillSchema {

    private static final Path SCHEMA = Path.of("../../docs/schema/drills-1.schema.json");

    private DrillSchema() {}

    /** What the schema does not say of the JSON, and what the JSON lacks. */
    public static List<String> faults(DrillSurvey survey) {
        Problems problems = new Problems();
        SchemaCheck check = new SchemaCheck(YamlDocument.read(SCHEMA, List.of(), problems));
        String json = DrillJson.of("a scenario", NamedPace.ASSUMED, Optional.of(survey), List.of());
        List<String> faults = check.faults(YamlDocument.read("json", json, List.of(), problems));
        assertThat(problems.list()).isEmpty();
        return faults;
    }
}
