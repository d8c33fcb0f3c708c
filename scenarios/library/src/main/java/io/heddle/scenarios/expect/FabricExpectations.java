package io.heddle.scenarios.expect;

import io.heddle.model.device.Resource;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.check.Rule;
import io.heddle.topology.check.Severity;
import io.heddle.topology.loss.Reading;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Expectations about the fabric as a whole. */
final class FabricExpectations {

    static final Keys RESILIENCE = Keys.required("losing", "survives").optional("of", "offender", "offenders");
    static final Keys TRANSLATED = Keys.required("pairs");
    static final Keys FINDING = Keys.required("rule").optional("present", "severity", "about");
    static final Keys COUNTS =
            Keys.of(Arrays.stream(Counted.values()).map(Counted::toString).toArray(String[]::new));
    static final Keys CAPACITY = Keys.required("largest").optional("stopped-by", "on", "next");

    private static final int MOST = 1_000_000;

    private FabricExpectations() {}

    static Optional<Expectation> resilience(YamlNode node) {
        YamlMapping given = node.mapping(RESILIENCE);
        Optional<Reading> losing = ExpectationReader.name(given.at("losing"), Reading.class);
        boolean management = given.at("of")
                .oneOf(new String[] {"traffic", "management"})
                .filter("management"::equals)
                .isPresent();
        boolean survives = given.at("survives").bool(true);
        Optional<String> offender = given.at("offender").text("a part such as switch oob-1");
        OptionalInt offenders = given.at("offenders").integer(1, MOST);
        if (survives && (given.has("offender") || given.has("offenders"))) {
            node.wrong("an offender although it survives", "survives: false, or no offender");
        }
        return losing.map(each -> new Expectation.Resilience(each, management, survives, offender, offenders));
    }

    static Optional<Expectation> translated(YamlNode node) {
        return ExpectationReader.count(node.mapping(TRANSLATED).at("pairs")).map(Expectation.Translated::new);
    }

    static Optional<Expectation> finding(YamlNode node) {
        YamlMapping given = node.mapping(FINDING);
        boolean present = given.at("present").bool(true);
        Optional<Severity> severity = ExpectationReader.word(given.at("severity"), Severity.class);
        Optional<String> about = given.at("about").text("a subject of the finding, such as leaf-1-1");
        return ExpectationReader.word(given.at("rule"), Rule.class)
                .map(rule -> new Expectation.Structure(rule, present, severity, about));
    }

    static List<Expectation> counts(YamlNode node) {
        YamlMapping given = node.mapping(COUNTS);
        List<Expectation> counts = new ArrayList<>();
        for (Counted what : Counted.values()) {
            ExpectationReader.count(given.at(what.toString()))
                    .ifPresent(count -> counts.add(new Expectation.Count(what, count)));
        }
        return counts;
    }

    static Optional<Expectation> capacity(YamlNode node) {
        YamlMapping given = node.mapping(CAPACITY);
        OptionalInt largest = given.at("largest").integer(0, MOST);
        Optional<Resource> stoppedBy = ExpectationReader.word(given.at("stopped-by"), Resource.class);
        Optional<SwitchRole> on = ExpectationReader.word(given.at("on"), SwitchRole.class);
        Optional<Resource> next = ExpectationReader.word(given.at("next"), Resource.class);
        return largest.isPresent()
                ? Optional.of(new Expectation.Capacity(largest.getAsInt(), stoppedBy, on, next))
                : Optional.empty();
    }
}
