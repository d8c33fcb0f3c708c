package io.heddle.topology.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects findings; equal ones about several subjects become one. */
final class Findings {

    private record Key(Rule rule, Severity severity, String found, String expected) {}

    private final Map<Key, List<String>> subjects = new LinkedHashMap<>();

    void error(Rule rule, Object subject, String found, String expected) {
        add(rule, Severity.ERROR, subject, found, expected);
    }

    void warning(Rule rule, Object subject, String found, String expected) {
        add(rule, Severity.WARNING, subject, found, expected);
    }

    void info(Rule rule, Object subject, String found, String expected) {
        add(rule, Severity.INFO, subject, found, expected);
    }

    void add(Rule rule, Severity severity, Object subject, String found, String expected) {
        subjects.computeIfAbsent(new Key(rule, severity, found, expected), each -> new ArrayList<>())
                .add(subject.toString());
    }

    /** Worst first, then in the order of the rules, then as found. */
    List<Finding> sorted() {
        List<Finding> findings = new ArrayList<>();
        subjects.forEach((key, list) ->
                findings.add(new Finding(key.rule(), key.severity(), list, key.found(), key.expected())));
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        return findings;
    }
}
