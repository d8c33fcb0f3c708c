package io.heddle.scenarios.judge;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.expect.Where;
import io.heddle.scenarios.result.CaseResult;
import java.util.List;

/** The switches an expectation is about. */
final class Selection {

    private Selection() {}

    static List<DeviceName> of(Where where, CaseResult result) {
        return result.fabric().switches().stream()
                .filter(each -> isMeant(where, each))
                .map(Switch::name)
                .toList();
    }

    static List<AuditReport> reports(Where where, CaseResult result) {
        List<DeviceName> names = of(where, result);
        return result.audits().stream()
                .filter(each -> names.contains(each.device()))
                .toList();
    }

    private static boolean isMeant(Where where, Switch device) {
        return switch (where) {
            case Where.OneSwitch one -> device.name().equals(one.name());
            case Where.EveryOf every -> device.role() == every.role();
            case Where.WholeFabric _ -> true;
        };
    }
}
