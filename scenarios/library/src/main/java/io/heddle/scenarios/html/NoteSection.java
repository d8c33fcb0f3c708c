package io.heddle.scenarios.html;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.scenarios.result.Solved;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On whose word: devices, and of each limit its source and how far it can be trusted. */
final class NoteSection {

    private final Html html;
    private final Solved solved;

    private NoteSection(Html html, Solved solved) {
        this.html = html;
        this.solved = solved;
    }

    static void write(Html html, Solved solved) {
        new NoteSection(html, solved).write();
    }

    private void write() {
        html.open("section").element("h3", "Devices, and on whose word");
        html.element("p", AuditReport.ONE_AT_A_TIME);
        profiles().forEach(this::profile);
        plan();
        html.close("section");
    }

    /** The limits told of each profile: those of resources that some switch uses. */
    private Map<DeviceProfile, Map<Resource, ResourceAudit>> profiles() {
        Map<DeviceProfile, Map<Resource, ResourceAudit>> profiles = new LinkedHashMap<>();
        for (AuditReport report : solved.audits()) {
            Map<Resource, ResourceAudit> limits =
                    profiles.computeIfAbsent(report.profile(), _ -> new EnumMap<>(Resource.class));
            for (ResourceAudit each : report.resources()) {
                if (each.used() > 0 || each.peakShare() > 0) {
                    limits.putIfAbsent(each.resource(), each);
                }
            }
        }
        return profiles;
    }

    private void profile(DeviceProfile profile, Map<Resource, ResourceAudit> limits) {
        html.open("div", "class", "group").open("h4").text(Devices.text(profile) + " ");
        html.element("code", profile.ref().toString()).close("h4");
        Grid grid = Grid.open(html, "sources", List.of("Table", "Limit#", "Confidence", "Source", "When full"));
        limits.values().forEach(each -> {
            grid.row(Mark.PLAIN);
            grid.cell(ResourceWords.of(each.resource()));
            grid.cell(UseWords.limit(each.limit()));
            grid.cell(each.evidence().confidence().toString());
            grid.cell(each.evidence().source());
            grid.cell(each.limit() instanceof Limit.Unlimited ? "" : whenFull(each.overflow()));
            grid.endRow();
        });
        grid.close();
        list(profile.notes());
        html.close("div");
    }

    private static String whenFull(Overflow overflow) {
        return overflow.action() == Overflow.Action.UNKNOWN
                ? overflow.what()
                : overflow.what() + " (" + overflow.evidence().source() + ")";
    }

    private void plan() {
        List<String> notes = new ArrayList<>(solved.plan().notes());
        if (!solved.state().oscillating().isEmpty()) {
            notes.add("BGP finds no stable state for " + solved.state().oscillating() + ".");
        }
        if (!notes.isEmpty()) {
            html.element("h4", "Not in the plan");
            list(notes);
        }
    }

    private void list(List<String> notes) {
        if (!notes.isEmpty()) {
            html.open("ul");
            notes.forEach(each -> html.element("li", each));
            html.close("ul");
        }
    }
}
