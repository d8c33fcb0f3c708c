package io.heddle.scenarios.html;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.Severity;
import io.heddle.topology.draw.Highlight;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.Verdict;
import java.util.List;

/** A fabric's cabling as a page: what it is made of, what is wrong with it, and what a single loss does. */
public final class TopologyReport {

    private TopologyReport() {}

    /**
     * One self-contained page; to be stored as UTF-8. The same fabric gives the same text.
     *
     * @param title what it is, in the words of its file
     * @param findings worst first
     */
    public static String render(String title, Fabric fabric, List<Finding> findings, LossReport losses) {
        Html html = Page.begin(title);
        html.open("header").element("p", fabric.name(), "class", "eyebrow").element("h1", title);
        long errors = count(findings, Severity.ERROR);
        html.element(
                "p",
                headline(errors, survives(losses)),
                "class",
                "verdict " + Mark.of(errors == 0).style());
        html.close("header").open("article");
        html.open("section").element("h3", "The fabric");
        FabricSection.drawing(html, fabric, Highlight.NONE);
        html.close("section");
        PartSection.write(html, fabric);
        OversubscriptionSection.write(html, fabric);
        ResilienceSection.write(html, losses);
        FindingSection.write(html, findings, Names.of(fabric));
        CableSection.write(html, fabric);
        return Page.end(html.close("article"));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).count();
    }

    private static boolean survives(LossReport losses) {
        return losses.verdicts().stream().allMatch(Verdict::resilient);
    }

    private static String headline(long errors, boolean survives) {
        if (errors > 0) {
            return "It cannot work as described: " + Numbers.of(errors) + (errors == 1 ? " error." : " errors.");
        }
        return survives
                ? "It can be built as described, and no single loss cuts anybody off."
                : "It can be built as described, but not every single loss is survived.";
    }
}
