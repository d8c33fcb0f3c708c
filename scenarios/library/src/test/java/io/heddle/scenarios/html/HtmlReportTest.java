package io.heddle.scenarios.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.result.ScenarioResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final ScenarioResult RACK = Samples.ofLibrary("dell-kubeflow-rack");
    private static final ScenarioResult FULL = Samples.inFull();

    @Test
    void everyPageIsWellFormed() {
        assertThat(ReadPage.of(HtmlReport.render(RACK)).texts("h1"))
                .containsExactly(RACK.scenario().title());
        assertThat(ReadPage.of(HtmlReport.render(FULL)).texts("h1"))
                .containsExactly(FULL.scenario().title());
    }

    @Test
    void theSameResultGivesTheSameText() {
        assertThat(HtmlReport.render(Samples.inFull())).isEqualTo(HtmlReport.render(FULL));
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        String page = HtmlReport.render(FULL);
        ReadPage read = ReadPage.of(page);
        assertThat(read.attributes()).noneMatch(each -> each.matches("(?s)(href|src|srcset|data|action|on\\w+)=.*"));
        assertThat(read.attributes()).noneMatch(each -> each.contains("://"));
        assertThat(read.all("script")).isEmpty();
        assertThat(read.all("link")).isEmpty();
        assertThat(read.texts("style")).hasSize(1).noneMatch(each -> each.contains("url(") || each.contains("@import"));
    }

    @Test
    void theVerdictSaysHowManyExpectationsFail() {
        assertThat(ReadPage.of(HtmlReport.render(RACK)).text()).contains("Pass: all 13 expectations hold.");
        assertThat(ReadPage.of(HtmlReport.render(FULL)).text()).contains("Fail: 1 of 6 expectations does not hold.");
    }

    @Test
    void theLeadNamesTableNumberLimitAndWhatHappensBeyond() {
        assertThat(ReadPage.of(HtmlReport.render(FULL)).texts("p"))
                .anyMatch(each -> each.startsWith(
                                "Too small is the table of IPv4 routes on 12 leafs: 2,437 of 2,000 (121.9\u00A0%) at rest,"
                                        + " 4,874 of 2,000 (243.7\u00A0%) after loss of ")
                        && each.contains("Beyond the limit: routes become only partly allocated in the ASIC"));
    }

    @Test
    void limitsThatNobodyPublishedAreShownAsUnknown() {
        String text = ReadPage.of(HtmlReport.render(RACK)).text();
        assertThat(text).contains("nobody published a limit for any table in use");
        assertThat(ReadPage.of(HtmlReport.render(RACK)).texts("td")).contains("unknown", "? Unknown");
    }

    @Test
    void tablesInOneMemoryAreExplained() {
        assertThat(ReadPage.of(HtmlReport.render(FULL)).text())
                .contains("IPv4 hosts (ARP) and IPv6 hosts (ND) share it");
    }

    @Test
    void equalSwitchesAreShownOnce() {
        assertThat(ReadPage.of(HtmlReport.render(FULL)).texts("h4"))
                .contains("12 leafs leaf-1-1 to leaf-6-2", "2 spines spine-1, spine-2");
    }

    @Test
    void capacityShowsTheSizeThatFitsAndTheOneThatDoesNot() {
        ReadPage page = ReadPage.of(HtmlReport.render(FULL));
        assertThat(page.text()).contains("Up to 4 racks fit. At 5, IPv4 routes on leaf-1-1 take 2,031 of 2,000");
        assertThat(page.rows())
                .contains(
                        "4|IPv4 routes|leaf-1-1|1,625|2,000|81.3\u00A0%|✓ Fits",
                        "5|IPv4 routes|leaf-1-1|2,031|2,000|101.6\u00A0%|✗ Does not fit");
    }

    @Test
    void expectationsThatFailComeFirst() {
        ReadPage page = ReadPage.of(HtmlReport.render(FULL));
        List<String> rows = page.rows();
        int heading = rows.indexOf("Expectation|Found|Holds");
        assertThat(rows.get(heading + 1)).endsWith("ipv4_route fits|2,437 of 2,000, overflows|✗ Does not hold");
        assertThat(rows.get(heading + 2)).endsWith("|✓ Holds");
    }

    @Test
    void losersAreNamed() {
        assertThat(ReadPage.of(HtmlReport.render(RACK)).texts("li"))
                .anyMatch(each -> each.startsWith("oob-1: ") && each.endsWith("cut off from oob (management)"))
                .anyMatch(each -> each.contains("card nic0 of infra-1-1"));
    }

    @Test
    void everyLimitHasItsSourceAndTheWarningStands() {
        String text = ReadPage.of(HtmlReport.render(FULL)).text();
        assertThat(text)
                .contains("Cumulus Linux 5.9, Forwarding Table Size and Profiles, Spectrum 1", "configured-by-nos")
                .contains("Vendors' limits hold one at a time");
    }

    @Test
    void severalCasesStandInOneOverview() {
        ScenarioResult twice = new ScenarioResult(
                FULL.scenario(), List.of(FULL.cases().getFirst(), FULL.cases().getFirst()));
        ReadPage page = ReadPage.of(HtmlReport.render(twice));
        assertThat(page.texts("h2")).containsExactly("The cases", "Case too-many-pods", "Case too-many-pods");
        assertThat(page.text()).contains("Fail: 2 of 12 expectations do not hold.");
    }

    @Test
    void aPageOfAThousandLeafsStaysBelowAMegabyte() {
        ScenarioResult large = Samples.run(Samples.tooManyPods(
                "fabric.generate.racks=500",
                "fabric.generate.nodes[0].count=1",
                "pods.per-node=1",
                "fabric.generate.spine=unlimited/any/test",
                "ipam.ipv4-pool=10.0.0.0/8"));
        String page = HtmlReport.render(large);
        assertThat(page.length()).isLessThan(1_000_000);
        assertThat(ReadPage.of(page).text()).contains("1,000 leafs leaf-1-1 to leaf-500-2");
    }
}
