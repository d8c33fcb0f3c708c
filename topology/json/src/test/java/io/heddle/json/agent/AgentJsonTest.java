package io.heddle.json.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.json.BadField;
import io.heddle.json.JsonText;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentJsonTest {

    private static final DeviceName NODE = new DeviceName("node-1");
    private static final IpAddress V4 = IpAddress.parse("10.0.0.1");
    private static final IpAddress V6 = IpAddress.parse("2001:db8::1");

    private static final AgentReport REPORT = new AgentReport(
            NODE,
            false,
            9,
            List.of(
                    new AgentEvent.PodAttached(
                            7,
                            "c1",
                            "eth0",
                            "pods",
                            new Endpoint(
                                    Optional.of("space/a"),
                                    NODE,
                                    Mac.parse("0a:58:0a:00:00:01"),
                                    Optional.of(V4),
                                    Optional.of(V6)),
                            12),
                    new AgentEvent.PodDetached(9, "c0", "eth0", List.of(V4), 13)));

    @Test
    void aReportReadsBackAsItWas() throws Exception {
        assertThat(AgentJson.readReport(AgentJson.write(REPORT))).isEqualTo(REPORT);
    }

    @Test
    void aReplyReadsBackAsItWas() throws Exception {
        AgentReply reply = new AgentReply(
                9, List.of(new BlockGrant("pods", List.of(Prefix.parse("10.0.0.0/26"), Prefix.parse("10.1.0.7/32")))));

        assertThat(AgentJson.readReply(AgentJson.write(reply))).isEqualTo(reply);
    }

    @Test
    void aMemberOfUnknownNameIsPassedOver() throws Exception {
        AgentReport report = read("""
                {"format":1,"node":"node-1","whole":true,"up-to":0,"events":[],"news":{"from":"later"}}""");

        assertThat(report).isEqualTo(new AgentReport(NODE, true, 0, List.of()));
    }

    @Test
    void aNewerFormatIsRefusedByName() {
        refused("{\"format\":2,\"node\":\"n\",\"whole\":true,\"up-to\":0}", "format: found 2, expected at most 1");
    }

    @Test
    void whatIsMissingOrOfTheWrongFormIsNamedWithItsPlace() {
        refused("[]", "the whole: found an array, expected an object");
        refused("{\"format\":1,\"whole\":true,\"up-to\":0}", "node: found nothing, expected the node's name");
        refused("{\"format\":1,\"node\":\"n\",\"whole\":true}", "up-to: found nothing");
        refusedEvent(
                "{\"event\":\"born\",\"number\":1,\"container\":\"c\",\"interface\":\"e\"}",
                "events[0].event: found 'born'");
        refusedEvent(attached("1", "[]"), "events[0].addresses: found none");
        refusedEvent(attached("1", "[\"10.0.0.1\",\"10.0.0.2\"]"), "found 10.0.0.1 and 10.0.0.2");
        refusedEvent(attached("1", "[\"10.0.0.256\"]"), "events[0].addresses[0]: found '10.0.0.256'");
        refusedEvent(attached("6", "[\"10.0.0.1\"]"), "events[0].number: found 6, expected at most up-to, 5");
        refusedEvent(
                attached("2", "[\"10.0.0.1\"]") + "," + attached("2", "[\"10.0.0.1\"]"),
                "events[1].number: found 2, expected more than 2");
    }

    @Test
    void aWholeReportHasNoDetachedPod() {
        refused(
                "{\"format\":1,\"node\":\"n\",\"whole\":true,\"up-to\":5,\"events\":[{\"event\":\"detached\",\"number\":1,"
                        + "\"container\":\"c\",\"interface\":\"e\",\"addresses\":[],\"at\":0}]}",
                "events[0].event: found 'detached'");
    }

    private static String attached(String number, String addresses) {
        return "{\"event\":\"attached\",\"number\":" + number
                + ",\"container\":\"c\",\"interface\":\"e\",\"network\":\"pods\",\"mac\":\"0a:58:0a:00:00:01\",\"addresses\":"
                + addresses + ",\"since\":0}";
    }

    private static void refusedEvent(String events, String message) {
        refused("{\"format\":1,\"node\":\"n\",\"whole\":false,\"up-to\":5,\"events\":[" + events + "]}", message);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadField.class).hasMessageContaining(message);
    }

    private static AgentReport read(String text) throws Exception {
        return AgentJson.readReport(JsonText.read(text.getBytes(StandardCharsets.UTF_8)));
    }
}
