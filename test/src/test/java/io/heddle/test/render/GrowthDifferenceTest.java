package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.render.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rack more changes what it must: nothing on leafs and nodes of other racks, and spines only get lines. */
class GrowthDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "overlay.yaml, evpn-symmetric",
        "overlay.yaml, evpn-l2",
        "routed.yaml, calico-as-per-rack",
        "routed.yaml, calico-as-per-server",
        "routed.yaml, calico-downward-default",
        "routed.yaml, node-blocks",
        "routed.yaml, rack-aggregates"
    })
    void otherRacksStayAsTheyAreAndSpinesOnlyGain(String scenario, String design) {
        for (Target target : Target.values()) {
            SortedMap<String, String> before = rendered(scenario, design, 2, target);
            SortedMap<String, String> after = rendered(scenario, design, 3, target);
            for (Map.Entry<String, String> each : before.entrySet()) {
                String now = after.get(each.getKey());
                assertThat(now).as("%s is still rendered", each.getKey()).isNotNull();
                if (each.getKey().startsWith("spine")) {
                    assertThat(missing(each.getValue(), now))
                            .as("%s loses nothing", each.getKey())
                            .isEmpty();
                } else {
                    assertThat(now).as("%s", each.getKey()).isEqualTo(each.getValue());
                }
            }
            assertThat(after.size()).isGreaterThanOrEqualTo(before.size());
        }
    }

    private static SortedMap<String, String> rendered(String scenario, String design, int racks, Target target) {
        return Rendered.files(Rendered.plan(scenario, "fabric.generate.racks=" + racks, "design=" + design), target);
    }

    /** Lines of {@code before} that {@code now} has not, in their order; commas and lists of ports may grow. */
    private static List<String> missing(String before, String now) {
        List<String> left =
                new ArrayList<>(now.lines().map(GrowthDifferenceTest::stem).toList());
        List<String> missing = new ArrayList<>();
        int from = 0;
        for (String line : before.lines().map(GrowthDifferenceTest::stem).toList()) {
            int found = left.subList(from, left.size()).indexOf(line);
            if (found < 0) {
                missing.add(line);
            } else {
                from += found + 1;
            }
        }
        return missing;
    }

    private static String stem(String line) {
        String growing = line.startsWith("pfc.roce.port_set") ? "pfc.roce.port_set" : line;
        return growing.endsWith(",") ? growing.substring(0, growing.length() - 1) : growing;
    }
}
