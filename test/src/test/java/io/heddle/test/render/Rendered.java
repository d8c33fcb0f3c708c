package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.heddle.render.RenderedFile;
import io.heddle.render.target.DeviceRendering;
import io.heddle.render.target.FabricRenderer;
import io.heddle.render.target.Target;
import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small scenarios beside this class, planned and rendered. */
final class Rendered {

    private Rendered() {}

    /** The plan of a scenario, with settings such as {@code design=evpn-l2}. */
    static Plan plan(String scenario, String... settings) {
        Problems problems = new Problems();
        return plan(ScenarioReader.read(
                        scenario,
                        bytes(scenario),
                        SourceFiles.none(),
                        Arrays.stream(settings).map(Setting::parse).toList(),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .cases()
                .getFirst());
    }

    /** The plans of the library's scenario of that name, a case each; none where it has no design. */
    static List<Plan> library(String name) {
        Problems problems = new Problems();
        return Library.find(name, List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .cases()
                .stream()
                .filter(each -> each.design().isPresent())
                .map(Rendered::plan)
                .toList();
    }

    private static Plan plan(ScenarioCase only) {
        Outcome<Plan> plan = FabricSource.fabric(only.fabric(), only.devices())
                .then(fabric ->
                        Planner.plan(fabric, only.design().orElseThrow(), only.ipam(), only.pods(), only.options()));
        return switch (plan) {
            case Outcome.Made<Plan>(Plan made) -> made;
            case Outcome.Refused<Plan>(var faults) -> fail("the planner refuses: " + faults);
        };
    }

    /** Every file of every device for a target, by {@code device/path}. */
    static SortedMap<String, String> files(Plan plan, Target target) {
        SortedMap<String, String> files = new TreeMap<>();
        for (DeviceRendering device :
                FabricRenderer.render(plan.fabric(), plan.config(), target).devices()) {
            for (RenderedFile file : device.files()) {
                assertThat(files.put(device.device() + "/" + file.path(), file.text()))
                        .as("%s is written once", file.path())
                        .isNull();
            }
        }
        return files;
    }

    static List<String> lines(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(Rendered.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
