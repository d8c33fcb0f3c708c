package io.heddle.scenarios.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is YAML, so the reader of scenarios reads results and their schema too. */
class ResultJsonTest {

    private static final Path SCHEMA = Path.of("../../docs/schema/result-1.schema.json");

    private final Problems problems = new Problems();

    private static ScenarioResult result(String name) {
        Scenario scenario = Library.find(name, List.of(), new Problems()).orElseThrow();
        List<CaseResult> cases = scenario.cases().stream()
                .map(each -> Runner.run(each).orThrow())
                .toList();
        return new ScenarioResult(scenario, cases);
    }

    private YamlNode read(String json) {
        YamlNode root = YamlDocument.read("json", json, List.of(), problems);
        assertThat(problems.list()).isEmpty();
        return root;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dell-kubeflow-rack", "os10-overlay-nexthops", "flannel-flat-l2", "slash16-into-24s"})
    void whatIsWrittenIsWhatTheSchemaSays(String name) {
        YamlNode schema = YamlDocument.read(SCHEMA, List.of(), problems);
        SchemaCheck check = new SchemaCheck(schema);
        assertThat(check.faults(read(ResultJson.of(result(name), 12)))).isEmpty();
    }

    @Test
    void aKeyThatTheSchemaLacksIsFound() {
        YamlNode schema = YamlDocument.read(SCHEMA, List.of(), problems);
        String json = ResultJson.of(result("dell-kubeflow-rack"), 12);
        assertThat(new SchemaCheck(schema).faults(read(json.replace("\"found\"", "\"seen\""))))
                .anyMatch(each -> each.contains("seen"))
                .anyMatch(each -> each.contains("found"));
    }

    @Test
    void theKeysThatScriptsReadAreThere() {
        YamlNode root = read(ResultJson.of(result("sonic-sixth-vtep"), 345));
        assertThat(root.peek("scenario").text("")).contains("sonic-sixth-vtep");
        assertThat(root.peek("verdict").text("")).contains("pass");
        assertThat(root.peek("elapsedMillis").integer(0, 1000)).hasValue(345);
        YamlNode sixth = root.peek("switches").list().stream()
                .filter(each -> each.peek("case").text("").equals(Optional.of("sixth")))
                .filter(each -> each.peek("role").text("").equals(Optional.of("leaf")))
                .findFirst()
                .orElseThrow();
        assertThat(sixth.peek("device").text("")).contains("dell-s5248f");
        assertThat(sixth.peek("os").text("")).contains("sonic");
        YamlNode tunnels = sixth.peek("tables").peek("remote_vtep");
        assertThat(tunnels.peek("used").integer(0, 99)).hasValue(6);
        assertThat(tunnels.peek("limit").integer(0, 99)).hasValue(5);
        assertThat(tunnels.peek("whenFull").text("")).contains("crash");
        assertThat(root.peek("expectations").list())
                .allMatch(each -> each.peek("holds").bool(false));
    }

    @Test
    void theSameResultGivesTheSameText() {
        assertThat(ResultJson.of(result("sonic-sixth-vtep"), 1))
                .isEqualTo(ResultJson.of(result("sonic-sixth-vtep"), 1));
    }
}
