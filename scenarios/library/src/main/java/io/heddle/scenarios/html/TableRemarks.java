package io.heddle.scenarios.html;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.Reading;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.device.Resource;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a bar cannot say, below the gauges of a switch. */
final class TableRemarks {

    private final Html html;
    private final List<ResourceAudit> used;

    private TableRemarks(Html html, List<ResourceAudit> used) {
        this.html = html;
        this.used = used;
    }

    static void write(Html html, AuditReport report, List<ResourceAudit> used) {
        TableRemarks remarks = new TableRemarks(html, used);
        remarks.mixtures();
        remarks.failures();
        remarks.sharing();
        remarks.placements();
        remarks.empty(report);
    }

    private void remark(String label, String text) {
        if (!text.isEmpty()) {
            html.open("p", "class", "remark").element("strong", label + " ");
            html.text(text).close("p");
        }
    }

    private void mixtures() {
        remark(
                "Made of:",
                used.stream()
                        .filter(each -> each.reading().atRest().contributions().size() > 1)
                        .map(each -> ResourceWords.of(each.resource()) + " = "
                                + UseWords.made(each.reading().atRest()))
                        .collect(Collectors.joining("; ")));
    }

    private void failures() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (ResourceAudit each : used) {
            UseWords.worse(each.reading())
                    .ifPresent(failure -> tables.computeIfAbsent(failure.failure(), _ -> new ArrayList<>())
                            .add(ResourceWords.of(each.resource())));
        }
        remark(
                "Worst failure:",
                tables.entrySet().stream()
                        .map(each -> each.getKey() + " (" + String.join(", ", each.getValue()) + ")")
                        .collect(Collectors.joining("; ")));
    }

    private void sharing() {
        Set<Resource> told = EnumSet.noneOf(Resource.class);
        for (ResourceAudit each : used) {
            if (!each.sharedWith().isEmpty() && told.add(each.resource())) {
                told.addAll(each.sharedWith());
                remark(
                        "One memory:",
                        ResourceWords.of(each.resource()) + " and "
                                + each.sharedWith().stream()
                                        .map(ResourceWords::of)
                                        .collect(Collectors.joining(", "))
                                + " share it. A limit is what fits while nothing else is in it; how full it is counts"
                                + " all of them.");
            }
        }
    }

    private void placements() {
        String readings = used.stream()
                .filter(each -> !each.alternatives().isEmpty())
                .map(TableRemarks::placement)
                .collect(Collectors.joining("; "));
        remark(
                "Not documented",
                readings.isEmpty()
                        ? ""
                        : "is in which table such entries land. Each row shows what is worse for it: " + readings
                                + ".");
    }

    private static String placement(ResourceAudit audit) {
        StringBuilder text = new StringBuilder(ResourceWords.of(audit.resource()));
        text.append(" with ").append(audit.reading().placement().name());
        String before = " (with ";
        for (Reading each : audit.alternatives()) {
            text.append(before).append(each.placement().name()).append(": ");
            text.append(Numbers.of(each.atRest().used()));
            before = ", with ";
        }
        return text.append(')').toString();
    }

    private void empty(AuditReport report) {
        remark(
                "Empty:",
                report.resources().stream()
                        .filter(each -> !TableSection.inUse(each))
                        .map(each -> ResourceWords.of(each.resource()))
                        .collect(Collectors.joining(", ")));
    }
}
