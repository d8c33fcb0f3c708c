package io.heddle.scenarios.cli;

import io.heddle.scenarios.sweep.SweepHead;
import io.heddle.scenarios.sweep.SweepRunner;
import io.heddle.topology.yaml.Setting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the cases of a sweep's points come from. Two paths mean no setting: that of the
 * scenario, one of those named, and that of its case.
 *
 * @param name of the case of all points, where it is not varied
 */
record SweepSource(List<String> scenarios, Optional<String> name, List<Setting> settings)
        implements SweepRunner.Source {

    static final String SCENARIO = "scenario";
    private static final String CASE = "case";

    /** What results with these scenarios belong to. */
    SweepHead head() throws InputException {
        MessageDigest digest = sha256();
        for (String each : scenarios) {
            byte[] text = ScenarioSource.bytes(each);
            digest.update((text.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        List<String> fixed = Stream.concat(
                        name.stream().map(each -> CASE + "=" + each),
                        settings.stream().map(Setting::text))
                .toList();
        return new SweepHead(scenarios, HexFormat.of().formatHex(digest.digest()), fixed);
    }

    @Override
    public SweepRunner.Answer read(List<String> point) {
        String scenario = scenarios.getFirst();
        Optional<String> chosen = name;
        List<Setting> all = new ArrayList<>(settings);
        for (String each : point) {
            String path = each.substring(0, each.indexOf('='));
            String value = each.substring(each.indexOf('=') + 1);
            switch (path) {
                case SCENARIO -> scenario = value;
                case CASE -> chosen = Optional.of(value);
                default -> all.add(Setting.parse(each));
            }
        }
        try {
            return new SweepRunner.Answer.Found(CaseRun.choose(ScenarioSource.find(scenario, all), chosen));
        } catch (InputException e) {
            return new SweepRunner.Answer.Wrong(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
