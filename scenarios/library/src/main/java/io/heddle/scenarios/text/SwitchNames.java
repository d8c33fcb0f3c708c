package io.heddle.scenarios.text;

import io.heddle.model.audit.AuditReport;
import io.heddle.scenarios.result.SwitchGroup;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;

/** The switches of a group by name: all of a few, the first and the last of many. */
final class SwitchNames {

    private static final int LISTED = 4;

    private SwitchNames() {}

    static String of(SwitchGroup group) {
        List<String> names = group.reports().stream()
                .map(AuditReport::device)
                .map(Object::toString)
                .toList();
        return names.size() <= LISTED ? String.join(", ", names) : names.getFirst() + " to " + names.getLast();
    }

    /** {@code leaf-1-1}, {@code 2 leafs}. */
    static String counted(SwitchGroup group) {
        String role = group.first().role().toString();
        return group.size() == 1 ? group.first().device().toString() : Numbers.of(group.size()) + " " + plural(role);
    }

    static String plural(String role) {
        return role.equals("out-of-band") ? "out-of-band switches" : role + "s";
    }
}
