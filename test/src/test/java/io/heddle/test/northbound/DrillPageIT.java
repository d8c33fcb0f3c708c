package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill's page in a real browser: what it shows are the figures that the command prints. */
class DrillPageIT {

    private static final String DRILL = "a leaf dies and returns";

    /** For each interruption drawn, whether it is large enough to be seen. */
    private static final String BARS = """
            Array.from(document.querySelectorAll('svg.timeline rect.lost'))
                .map(bar => bar.getBoundingClientRect())
                .map(box => box.width >= 2 && box.height >= 4 ? 'seen' : 'unseen').join(' ')
            """;

    private static final String TIMES = """
            Array.from(document.querySelectorAll('svg.timeline text.axis')).map(mark => mark.textContent).join(', ')
            """;

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth <= window.innerWidth ? 'fits' : 'wider than the window'";

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(Files.isExecutable(Browser.PROGRAM), "chromium is not installed (Debian package chromium)");
    }

    @Test
    void thePageShowsTheDrillsOwnTimesAndPairs() throws Exception {
        Path page = directory.resolve("drill.html");
        try (HeddleProcess drill = HeddleProcess.run(
                        directory, "drill", "dell-kubeflow-rack", "--drill", DRILL, "--html", page.toString());
                Browser browser = Browser.open(directory)) {
            assertThat(drill.exitCode()).as(drill.err()).isZero();
            assertThat(drill.out())
                    .contains("508,200 of 508,200 pairs of pods interrupted, for 10.0 ms at most")
                    .contains("0 s to 10.0 ms  black-hole", "22.010 s to 22.013 s  black-hole");

            browser.show(page.toUri().toString());
            String text = browser.until("the drill", shown -> shown.contains("Line by line"));

            assertThat(text)
                    .contains("508,200 of 508,200 pairs of pods lose packets, for 10.0 ms at most")
                    .contains("leaf-1-1 dies", "leaf-1-1 starts again", "10.0 ms, up to 50 % of flows")
                    .contains("packets are lost, as high as the share of flows");
            assertThat(browser.evaluated(BARS)).isEqualTo("seen seen");
            assertThat(List.of(browser.evaluated(TIMES).split(", ")))
                    .contains("0 s", "10.0 ms", "20.000 s", "22.010 s", "end");
            assertThat(browser.evaluated(SIDEWAYS)).isEqualTo("fits");
            browser.picture(Path.of("target").resolve("drill-page.png"));
        }
    }
}
