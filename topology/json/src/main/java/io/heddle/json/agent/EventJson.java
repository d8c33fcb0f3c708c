package io.heddle.json.agent;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One event of a report, both ways. */
final class EventJson {

    private EventJson() {}

    static Json write(AgentEvent event) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(
                "event",
                Json.text(
                        switch (event) {
                            case AgentEvent.PodAttached _ -> "attached";
                            case AgentEvent.PodDetached _ -> "detached";
                        }));
        members.put("number", Json.number(event.number()));
        members.put("container", Json.text(event.container()));
        members.put("interface", Json.text(event.interfaceName()));
        switch (event) {
            case AgentEvent.PodAttached attached -> {
                Endpoint endpoint = attached.endpoint();
                members.put("network", Json.text(attached.network()));
                endpoint.name().ifPresent(name -> members.put("pod", Json.text(name)));
                members.put("mac", Json.text(endpoint.mac()));
                members.put(
                        "addresses",
                        addresses(Stream.concat(endpoint.ipv4().stream(), endpoint.ipv6().stream())
                                .toList()));
                members.put("since", Json.number(attached.sinceMillis()));
            }
            case AgentEvent.PodDetached detached -> {
                members.put("addresses", addresses(detached.addresses()));
                members.put("at", Json.number(detached.atMillis()));
            }
        }
        return new Json.Members(members);
    }

    static AgentEvent read(Fields fields, DeviceName node) throws BadField {
        String kind = fields.neededText("event");
        long number = AgentJson.neededNumber(fields, "number", "the event's number");
        String container = fields.neededText("container");
        String interfaceName = fields.neededText("interface");
        List<IpAddress> addresses = fields.list("addresses", IpAddress::parse);
        return switch (kind) {
            case "attached" ->
                new AgentEvent.PodAttached(
                        number,
                        container,
                        interfaceName,
                        fields.neededText("network"),
                        new Endpoint(
                                fields.text("pod"),
                                node,
                                AgentJson.needed(fields, fields.parsed("mac", Mac::parse), "mac", "a MAC"),
                                one(fields, addresses, IpFamily.IPV4),
                                one(fields, addresses, IpFamily.IPV6)),
                        AgentJson.neededNumber(fields, "since", "milliseconds since 1970"));
            case "detached" ->
                new AgentEvent.PodDetached(
                        number,
                        container,
                        interfaceName,
                        addresses,
                        AgentJson.neededNumber(fields, "at", "milliseconds since 1970"));
            default -> throw new BadField(fields.at("event"), "'" + kind + "'", "'attached' or 'detached'");
        };
    }

    /** The address of a family: of an attached pod there is at most one a family, and one in all at the least. */
    private static Optional<IpAddress> one(Fields fields, List<IpAddress> addresses, IpFamily family) throws BadField {
        List<IpAddress> found =
                addresses.stream().filter(each -> each.family() == family).toList();
        if (found.size() > 1 || addresses.isEmpty()) {
            throw new BadField(
                    fields.at("addresses"),
                    addresses.isEmpty() ? "none" : found.get(0) + " and " + found.get(1),
                    "one address, or one of each family");
        }
        return found.stream().findFirst();
    }

    private static Json.Items addresses(List<IpAddress> addresses) {
        return Json.items(addresses.stream().map(Json::text).toList());
    }
}
