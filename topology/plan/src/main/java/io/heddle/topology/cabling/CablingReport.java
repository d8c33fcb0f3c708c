package io.heddle.topology.cabling;

import java.util.List;

/**
 * What came of a check.
 *
 * @param right cables that are plugged as the file says
 * @param unasked cables of which neither end was asked
 * @param findings in the order of ports
 */
public record CablingReport(int right, int unasked, List<CableFinding> findings) {

    public CablingReport {
        findings = List.copyOf(findings);
    }
}
