package io.heddle.scenarios.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.Rule;
import io.heddle.topology.check.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyReportTest {

    private static final CaseResult RACK =
            Samples.ofLibrary("dell-kubeflow-rack").cases().getFirst();

    private static ReadPage page(List<Finding> findings) {
        return ReadPage.of(TopologyReport.render("One rack", RACK.fabric(), findings, RACK.losses()));
    }

    @Test
    void partsAndCablesAreCounted() {
        assertThat(page(List.of()).rows())
                .contains(
                        "leaf|2|dell-s5248f/os10/default|leaf-1-1, leaf-1-2",
                        "node, cloud|7||cloud-1-1 to cloud-1-7",
                        "node|25G|28",
                        "management|1G|14",
                        "peer-link|40G|2");
    }

    @Test
    void theHeadlineFollowsErrorsAndLosses() {
        assertThat(page(List.of()).text())
                .contains("It can be built as described, but not every single loss is survived.");
        Finding error = new Finding(Rule.PORT_EXISTS, Severity.ERROR, List.of("leaf-1-1"), "port 99", "a port");
        assertThat(page(List.of(error)).text()).contains("It cannot work as described: 1 error.");
    }

    @Test
    void oversubscriptionIsShownByTier() {
        CaseResult clos = Samples.run(Samples.tooManyPods()).cases().getFirst();
        assertThat(ReadPage.of(TopologyReport.render("Clos", clos.fabric(), clos.findings(), clos.losses()))
                        .rows())
                .contains("leaf|12|160G|80G|2:1|leaf-1-1 to leaf-6-2");
    }
}
