package io.heddle.topology.check;

import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.LossText;
import io.heddle.topology.loss.Reading;
import io.heddle.topology.loss.Verdict;

/** Offenders of a loss study. Switch ports are left out: they are what their cables are. */
final class SinglePoints {

    private SinglePoints() {}

    static void check(LossReport report, Findings findings) {
        for (Verdict verdict : report.verdicts()) {
            if (verdict.reading() != Reading.SWITCH_PORT) {
                for (LossText.Offence each : LossText.offences(verdict)) {
                    findings.warning(
                            Rule.SINGLE_POINT_OF_FAILURE,
                            each.who(),
                            "if lost, " + each.consequence(),
                            "a second way around " + verdict.reading());
                }
            }
        }
    }
}
