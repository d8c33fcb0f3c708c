package io.heddle.json.agent;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports and replies, both ways. */
public final class AgentJson {

    private AgentJson() {}

    public static Json.Members write(AgentReport report) {
        return format().with("node", Json.text(report.node()))
                .with("whole", new Json.Bool(report.whole()))
                .with("up-to", Json.number(report.upTo()))
                .with(
                        "events",
                        Json.items(
                                report.events().stream().map(EventJson::write).toList()));
    }

    /**
     * Reads a report.
     *
     * @throws BadField for one that is not of this form; the numbers of its events must rise and end at {@code up-to}
     */
    public static AgentReport readReport(Json json) throws BadField {
        Fields fields = Fields.of("", json);
        requireFormat(fields);
        DeviceName node = needed(fields, fields.parsed("node", DeviceName::new), "node", "the node's name");
        boolean whole = needed(fields, fields.flag("whole"), "whole", "true or false");
        long upTo = neededNumber(fields, "up-to", "the number of the last event");
        List<AgentEvent> events = new ArrayList<>();
        long before = -1;
        for (Fields each : fields.objects("events")) {
            AgentEvent event = EventJson.read(each, node);
            if (whole && event instanceof AgentEvent.PodDetached) {
                throw new BadField(each.at("event"), "'detached'", "'attached' alone in a whole report");
            }
            if (!whole && event.number() <= before) {
                throw new BadField(each.at("number"), String.valueOf(event.number()), "more than " + before);
            }
            if (event.number() > upTo) {
                throw new BadField(each.at("number"), String.valueOf(event.number()), "at most up-to, " + upTo);
            }
            before = event.number();
            events.add(event);
        }
        return new AgentReport(node, whole, upTo, events);
    }

    /** Writes a reply; a controller that knows nothing of the node acknowledges 0, the number before the first. */
    public static Json.Members write(AgentReply reply) {
        return format().with("acknowledged", Json.number(Math.max(0, reply.acknowledged())))
                .with("grants", grants(reply.grants()));
    }

    public static AgentReply readReply(Json json) throws BadField {
        Fields fields = Fields.of("", json);
        requireFormat(fields);
        return new AgentReply(neededNumber(fields, "acknowledged", "a number of an event"), readGrants(fields));
    }

    public static Json.Members writeGrants(List<BlockGrant> grants) {
        return format().with("grants", grants(grants));
    }

    public static List<BlockGrant> readGrants(Fields fields) throws BadField {
        List<BlockGrant> grants = new ArrayList<>();
        for (Fields each : fields.objects("grants")) {
            grants.add(new BlockGrant(each.neededText("network"), each.list("blocks", Prefix::parse)));
        }
        return List.copyOf(grants);
    }

    public static void requireFormat(Fields fields) throws BadField {
        long format = neededNumber(fields, "format", String.valueOf(AgentReport.FORMAT));
        if (format < 1 || format > AgentReport.FORMAT) {
            throw new BadField("format", String.valueOf(format), "at most " + AgentReport.FORMAT);
        }
    }

    private static Json.Members format() {
        return Json.Members.EMPTY.with("format", Json.number(AgentReport.FORMAT));
    }

    private static Json.Items grants(List<BlockGrant> grants) {
        return Json.items(grants.stream()
                .map(each -> Json.Members.EMPTY
                        .with("network", Json.text(each.network()))
                        .with(
                                "blocks",
                                Json.items(
                                        each.blocks().stream().map(Json::text).toList())))
                .toList());
    }

    static long neededNumber(Fields fields, String name, String expected) throws BadField {
        return needed(fields, fields.number(name, 0, Long.MAX_VALUE), name, expected);
    }

    /** What turns absence into its message. */
    static <T> T needed(Fields fields, Optional<T> value, String name, String expected) throws BadField {
        if (value.isEmpty()) {
            throw new BadField(fields.at(name), "nothing", expected);
        }
        return value.get();
    }
}
