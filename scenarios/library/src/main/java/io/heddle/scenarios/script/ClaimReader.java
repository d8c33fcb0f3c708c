package io.heddle.scenarios.script;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.KindList;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the {@code expect} of a drill: a list of mappings with one key each, which names the kind. */
final class ClaimReader {

    /** The kinds, in the order of the documentation. */
    static final Keys KINDS = Keys.of(
            "outage",
            "cut-off",
            "gone",
            "loops",
            "overflows",
            "translated",
            "crashes",
            "in-software",
            "settled",
            "messages",
            "bandwidth-left");

    private static final Keys OUTAGE = Keys.required("under").optional("from", "to");
    private static final int MOST = Integer.MAX_VALUE;
    private static final int ALL = 100;

    private ClaimReader() {}

    static List<Claim> read(YamlNode section) {
        List<Claim> claims = new ArrayList<>();
        KindList.read(section, KINDS, "expectation", (kind, given) -> read(kind, given)
                .ifPresent(claims::add));
        return claims;
    }

    private static Optional<? extends Claim> read(String kind, YamlNode node) {
        return switch (kind) {
            case "outage" -> outage(node.mapping(OUTAGE));
            case "cut-off" -> number(node, "pairs").map(Claim.CutOff::new);
            case "gone" -> number(node, "pods").map(Claim.Gone::new);
            case "loops" -> number(node, "devices").map(Claim.Loops::new);
            case "overflows" -> number(node, "switches").map(Claim.Overflows::new);
            case "crashes" -> number(node, "times").map(Claim.Crashes::new);
            case "in-software" -> number(node, "pairs").map(Claim.InSoftware::new);
            case "translated" -> number(node, "pairs").map(Claim.Translated::new);
            case "settled" ->
                time(node.mapping(Keys.required("within")).at("within")).map(Claim.Settled::new);
            case "messages" -> number(node, "at-most").map(Claim.Messages::new);
            case "bandwidth-left" -> bandwidth(node.mapping(Keys.required("tiers", "percent")));
            default -> throw new IllegalStateException(kind);
        };
    }

    private static Optional<Claim> outage(YamlMapping given) {
        Optional<DeviceName> from = given.at("from").parse("the name of a node", DeviceName::of);
        Optional<DeviceName> to = given.at("to").parse("the name of a node", DeviceName::of);
        return time(given.at("under")).map(under -> new Claim.Outage(under, from, to));
    }

    private static Optional<Claim> bandwidth(YamlMapping given) {
        Optional<String> tiers = given.at("tiers").text("two tiers such as leaf to spine");
        OptionalInt percent = given.at("percent").integer(0, ALL);
        return tiers.isPresent() && percent.isPresent()
                ? Optional.of(new Claim.BandwidthLeft(tiers.get(), percent.getAsInt()))
                : Optional.empty();
    }

    private static Optional<SimTime> time(YamlNode node) {
        return node.parse(Span.FORM, Span::parse);
    }

    private static Optional<Long> number(YamlNode node, String key) {
        OptionalInt value = node.mapping(Keys.required(key)).at(key).integer(0, MOST);
        return value.isPresent() ? Optional.of((long) value.getAsInt()) : Optional.empty();
    }
}
