package io.heddle.scenarios.html;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.expect.Counted;
import io.heddle.scenarios.judge.FabricCount;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.draw.FabricDrawing;
import io.heddle.topology.draw.Highlight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The picture of the fabric, each switch with the share of its fullest table, and what the fabric is made of. */
final class FabricSection {

    private static final List<Counted> TOLD = List.of(
            Counted.RACKS,
            Counted.LEAFS,
            Counted.BORDER_LEAFS,
            Counted.SPINES,
            Counted.SUPER_SPINES,
            Counted.OUT_OF_BAND_SWITCHES,
            Counted.NODES,
            Counted.GPUS,
            Counted.CABLES,
            Counted.PODS);

    private FabricSection() {}

    static void write(Html html, CaseResult result) {
        html.open("section").element("h3", "The fabric");
        html.element("p", parts(result), "class", "note");
        drawing(html, result.fabric(), highlight(result));
        html.close("section");
    }

    static void drawing(Html html, Fabric fabric, Highlight highlight) {
        html.open("div", "class", "drawing", "tabindex", "0");
        html.markup(FabricDrawing.svg(fabric, highlight)).close("div");
    }

    /** {@code 2 leafs, 14 nodes, 770 pods; design flat-l2}. */
    static String parts(CaseResult result) {
        String parts = TOLD.stream()
                .filter(each -> FabricCount.of(each, result) > 0)
                .map(each -> counted(each, FabricCount.of(each, result)))
                .collect(Collectors.joining(", "));
        return parts
                + result.solved()
                        .map(each -> ". Routing design: " + each.plan().design().name() + ".")
                        .orElse(".");
    }

    private static String counted(Counted what, long count) {
        String plural =
                switch (what) {
                    case GPUS -> "GPUs";
                    case BORDER_LEAFS -> "border leafs";
                    case OUT_OF_BAND_SWITCHES -> "out-of-band switches";
                    case RACKS,
                            NODES,
                            PODS,
                            LEAFS,
                            SPINES,
                            SUPER_SPINES,
                            CABLES,
                            NODE_LEAF_CABLES,
                            LEAF_SPINE_CABLES,
                            SPINE_SUPER_SPINE_CABLES,
                            PEER_CABLES,
                            OUT_OF_BAND_CABLES -> what.toString();
                };
        int ending = what == Counted.OUT_OF_BAND_SWITCHES ? 2 : 1;
        return Numbers.of(count) + " " + (count == 1 ? plural.substring(0, plural.length() - ending) : plural);
    }

    private static Highlight highlight(CaseResult result) {
        Map<DeviceName, Double> shares = new HashMap<>();
        result.audits().forEach(each -> each.binding()
                .map(ResourceAudit::peakShare)
                .ifPresent(share -> shares.put(each.device(), share)));
        boolean failures =
                result.solved().filter(each -> each.failures().computed() > 0).isPresent();
        return shares.isEmpty()
                ? Highlight.NONE
                : new Highlight(
                        "how full the fullest table is, " + (failures ? "at rest or in the worst failure" : "at rest"),
                        shares);
    }
}
