package io.heddle.cni.report;

import io.heddle.cni.json.BadField;
import io.heddle.cni.json.Fields;
import io.heddle.cni.json.Json;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reports as JSON out, replies as JSON in, grants both ways. */
final class ReportJson {

    private ReportJson() {}

    static Json.Members write(AgentReport report) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("format", Json.number(AgentReport.FORMAT));
        members.put("node", Json.text(report.node()));
        members.put("whole", new Json.Bool(report.whole()));
        members.put("up-to", Json.number(report.upTo()));
        members.put(
                "events",
                Json.items(report.events().stream().map(ReportJson::write).toList()));
        return new Json.Members(members);
    }

    private static Json write(AgentEvent event) {
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

    private static Json.Items addresses(List<IpAddress> addresses) {
        return Json.items(addresses.stream().map(Json::text).toList());
    }

    static AgentReply readReply(Json json) throws BadField {
        Fields fields = Fields.of("", json);
        requireFormat(fields);
        long acknowledged = fields.number("acknowledged", 0, Long.MAX_VALUE)
                .orElseThrow(() -> new BadField("acknowledged", "nothing", "a number of an event"));
        return new AgentReply(acknowledged, readGrants(fields));
    }

    static Json.Members writeGrants(List<BlockGrant> grants) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("format", Json.number(AgentReport.FORMAT));
        members.put(
                "grants",
                Json.items(grants.stream()
                        .map(each -> Json.Members.EMPTY
                                .with("network", Json.text(each.network()))
                                .with(
                                        "blocks",
                                        Json.items(each.blocks().stream()
                                                .map(Json::text)
                                                .toList())))
                        .toList()));
        return new Json.Members(members);
    }

    static List<BlockGrant> readGrants(Fields fields) throws BadField {
        List<BlockGrant> grants = new ArrayList<>();
        for (Fields each : fields.objects("grants")) {
            grants.add(new BlockGrant(each.neededText("network"), each.list("blocks", Prefix::parse)));
        }
        return List.copyOf(grants);
    }

    static void requireFormat(Fields fields) throws BadField {
        long format = fields.number("format", 1, Integer.MAX_VALUE)
                .orElseThrow(() -> new BadField("format", "nothing", String.valueOf(AgentReport.FORMAT)));
        if (format > AgentReport.FORMAT) {
            throw new BadField("format", String.valueOf(format), "at most " + AgentReport.FORMAT);
        }
    }
}
