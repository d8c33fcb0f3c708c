package io.heddle.scenarios.expect;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.RouteSource;
import io.heddle.simulator.walk.Arrival;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Expectations about routes. */
final class RouteExpectations {

    static final Keys ROUTES = Keys.required("count").optional("switch", "role", "within", "length");
    static final Keys ROUTE = Keys.required("prefix").optional("switch", "role", "present", "width", "source");
    static final Keys REACH = Keys.required("from", "to", "outcome").optional("lost", "cut");

    private static final String PREFIX = "a prefix such as 10.0.0.0/24";

    private RouteExpectations() {}

    static Optional<Expectation> routes(YamlNode node) {
        YamlMapping given = node.mapping(ROUTES);
        Optional<Where> where = SwitchChoice.read(given, false);
        Optional<Prefix> within = given.at("within").parse(PREFIX, Prefix::parse);
        OptionalInt length = given.at("length").integer(0, 128);
        Optional<Long> count = ExpectationReader.count(given.at("count"));
        return where.isPresent() && count.isPresent()
                ? Optional.of(new Expectation.Routes(where.get(), within, length, count.get()))
                : Optional.empty();
    }

    static Optional<Expectation> route(YamlNode node) {
        YamlMapping given = node.mapping(ROUTE);
        Optional<Where> where = SwitchChoice.read(given, false);
        Optional<Prefix> prefix = given.at("prefix").parse(PREFIX, Prefix::parse);
        boolean present = given.at("present").bool(true);
        OptionalInt width = given.at("width").integer(1, 1024);
        Optional<RouteSource> source = ExpectationReader.name(given.at("source"), RouteSource.class);
        if (!present && (given.has("width") || given.has("source"))) {
            node.wrong("width or source of a route that is not present", "present: true, or neither of them");
        }
        return where.isPresent() && prefix.isPresent()
                ? Optional.of(new Expectation.Route(where.get(), prefix.get(), present, width, source))
                : Optional.empty();
    }

    static Optional<Expectation> reach(YamlNode node) {
        YamlMapping given = node.mapping(REACH);
        Optional<DeviceName> from = given.at("from").parse("the name of a switch", DeviceName::of);
        Optional<IpAddress> to = given.at("to").parse("an address", IpAddress::parse);
        Optional<Arrival> outcome = ExpectationReader.word(given.at("outcome"), Arrival.class);
        List<DeviceName> lost = given.at("lost").list(each -> each.parse("the name of a device", DeviceName::of));
        List<Link> cut =
                given.at("cut").list(each -> each.parse("a cable such as a:p1 -- b:p2", RouteExpectations::cable));
        return from.isPresent() && to.isPresent() && outcome.isPresent()
                ? Optional.of(new Expectation.Reach(from.get(), to.get(), outcome.get(), lost, cut))
                : Optional.empty();
    }

    private static Link cable(String text) {
        int dashes = text.indexOf(" -- ");
        if (dashes < 0) {
            throw new IllegalArgumentException("'" + text + "' is no cable; expected the form a:p1 -- b:p2");
        }
        return new Link(
                PortRef.parse(text.substring(0, dashes).strip()),
                PortRef.parse(text.substring(dashes + 4).strip()));
    }
}
