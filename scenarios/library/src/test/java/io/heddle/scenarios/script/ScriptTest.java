package io.heddle.scenarios.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

    private static final Path DOCUMENT = Path.of("../../docs/scenario-format.md");
    private static final Plan RACK = plan();

    private final Problems problems = new Problems();

    private static Plan plan() {
        ScenarioCase given = Library.find("dell-kubeflow-rack", List.of(), new Problems())
                .orElseThrow()
                .cases()
                .getFirst();
        return Runner.run(given.withOnly(Failures.NONE, Optional.empty()))
                .orThrow()
                .solved()
                .orElseThrow()
                .plan();
    }

    private List<Script> read(String text) {
        YamlNode root = YamlDocument.read("drills.yaml", text, List.of(), problems);
        return ScriptReader.read(root);
    }

    private static String oneEvent(String event) {
        return "- name: one\n  events:\n    - " + event + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{fail: leaf-1-1, at: yesterday}|drills.yaml:3:28|expected a time such as 300ms",
                "{fail: leaf-1-1, silent: true}|drills.yaml:3:24|unknown key 'silent'",
                "{explode: leaf-1-1}|drills.yaml:3:7|nothing that happens",
                "{fail: leaf-1-1, repair: leaf-1-1}|drills.yaml:3:7|fail and repair",
                "{flap: leaf-1-1, times: 0}|drills.yaml:3:31|from 1",
                "{stop-controllers: some}|drills.yaml:3:26|expected one of all",
                "{cut-controllers: [0]}|drills.yaml:3:7|no key 'from'",
                "{cut-controllers: [0], from: agents}|drills.yaml:3:36|expected one of switches, store",
                "{join-controllers: [0], from: store}|drills.yaml:3:31|unknown key 'from'",
                "{stop-store: true}|drills.yaml:3:20|expected one of majority",
                "{upgrade: []}|drills.yaml:3:17|no device",
                "{move-pod: 10.244.0.3}|drills.yaml:3:7|no key 'to'",
            })
    void aMistakeIsToldWithItsPlace(String event, String place, String text) {
        read(oneEvent(event));
        assertThat(problems.toString()).contains(place).contains(text);
    }

    @Test
    void timeGoesForwards() {
        read("- name: one\n  events:\n    - {fail: leaf-1-1, at: 2s}\n    - {repair: leaf-1-1, at: 1s}\n");
        assertThat(problems.toString())
                .contains("drills.yaml:4:7")
                .contains("an event at 1.000 s after one at 2.000 s")
                .contains("in the order of time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{fail: leaf-1-3}|device leaf-1-3, which is not there|did you mean 'leaf-1-1'?",
                "{fail: 'leaf-1-1:ethernet1/1/40'}|port leaf-1-1:ethernet1/1/40, in which there is no cable|one of",
                "{fail: card nic9 of cloud-1-1}|card nic9 of cloud-1-1, which is not there|one of nic0, idrac",
                "{fail: peer link of rack-9}|MLAG pair rack-9, which is not there|one of rack-1",
                "{fail: rack rack-9}|rack rack-9, which is not there|one of rack-1",
                "{move-pod: 10.1.1.1, to: cloud-1-2}|pod 10.1.1.1, which does not run then|the address of a pod",
                "{start-pods: cloud-1-1, first: 10.244.1.0}|which a pod on cloud-1-2 has|taken: true",
                "{stop-pods: leaf-1-1}|leaf-1-1, which runs no pods|a node",
                "{start-job: 4096}|a job of 4096 ranks, 4089 of which no node has|more ranks per-node than 1",
            })
    void whatIsNotThereIsRefusedWithItsPlace(String event, String found, String expected) {
        List<Script> scripts = read(oneEvent(event));
        assertThat(problems.list()).isEmpty();
        List<Fault> faults = Casting.of(scripts.getFirst(), RACK, 2).faults();
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().where()).startsWith("drills.yaml:3:");
        assertThat(faults.getFirst().toString()).contains(found).contains(expected);
    }

    @Test
    void aCardIsItsCablesAndFlappingIsDownAndUpAgain() {
        List<Script> scripts = read(oneEvent("{flap: card nic0 of cloud-1-1, at: 1s, times: 2, every: 4s}"));
        Cast cast = Casting.of(scripts.getFirst(), RACK, 2).orThrow();
        assertThat(cast.drill().schedule().incidents())
                .extracting(each -> each.at())
                .containsExactly(
                        SimTime.ofSeconds(1), SimTime.ofSeconds(3), SimTime.ofSeconds(5), SimTime.ofSeconds(7));
        assertThat(cast.drill().schedule().incidents().getFirst().incident())
                .isInstanceOfSatisfying(Incident.CablesDown.class, down -> assertThat(down.cables())
                        .hasSize(2));
        assertThat(cast.origins()).hasSize(4).allMatch(each -> each.place().line() == 3);
    }

    @Test
    void replacedPodsHaveOtherAddresses() {
        List<Script> scripts = read(oneEvent("{replace-pods: cloud-1-1, every: 100ms}"));
        Cast cast = Casting.of(scripts.getFirst(), RACK, 2).orThrow();
        assertThat(cast.drill().schedule().incidents()).hasSize(220);
        assertThat(cast.drill().schedule().incidents().getFirst().incident().text())
                .isEqualTo("pod 10.244.0.110 on cloud-1-1 starts");
    }

    @Test
    void aJobTakesTheNextFreeAddressesOfEachNode() {
        List<Script> scripts = read(oneEvent("{start-job: 11, per-node: 8, every: 1s}"));
        Cast cast = Casting.of(scripts.getFirst(), RACK, 2).orThrow();
        assertThat(cast.drill().schedule().incidents()).hasSize(2);
        assertThat(cast.drill().schedule().incidents().get(0).incident())
                .isInstanceOfSatisfying(Incident.PodsStart.class, start -> assertThat(start.pods())
                        .hasSize(8)
                        .allMatch(each -> each.node().value().equals("cloud-1-1"))
                        .first()
                        .satisfies(each -> assertThat(each.ipv4()).contains(IpAddress.parse("10.244.0.110"))));
        assertThat(cast.drill().schedule().incidents().get(1).at()).isEqualTo(SimTime.ofSeconds(1));
    }

    @Test
    void whatTheDocumentShowsCanBeRead() throws IOException {
        Matcher example =
                Pattern.compile("```yaml\ndrills:\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        assertThat(example.find()).isTrue();
        List<Script> scripts = read(example.group(1));
        assertThat(problems.list()).isEmpty();
        assertThat(scripts).hasSizeGreaterThan(2);
        assertThat(scripts.stream()
                        .flatMap(each -> each.claims().stream())
                        .map(Object::getClass)
                        .distinct())
                .hasSize(Claim.class.getPermittedSubclasses().length);
    }
}
