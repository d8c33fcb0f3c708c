package io.heddle.controller.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.cni.report.HttpController;
import io.heddle.controller.tls.CurrentTls;
import io.heddle.controller.tls.TestAuthority;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's own client against the controller's server. */
class AgentLinkTest {

    private static final DeviceName NODE = DeviceName.of("node-1");

    @Test
    void aReportIsAcknowledgedAndBlocksAreGranted() throws Exception {
        try (Serving serving = Serving.start(2)) {
            AgentReply reply = link(serving).send(report(3)).orElseThrow();

            assertThat(reply)
                    .isEqualTo(new AgentReply(3, List.of(new BlockGrant("pods", List.of(SmallFabric.block(1))))));
            assertThat(serving.controller.state().pods()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsAcknowledgedBeforeTheStoreHasIt() throws Exception {
        try (Serving serving = Serving.start(2)) {
            CompletableFuture<Void> held = serving.controller.hold();
            CompletableFuture<AgentReply> reply = new CompletableFuture<>();
            Thread agent = Thread.ofPlatform().start(() -> {
                try {
                    reply.complete(link(serving).send(report(3)).orElseThrow());
                } catch (IOException e) {
                    reply.completeExceptionally(e);
                }
            });
            while (serving.controller.state().pods() == 0) {
                Thread.onSpinWait();
            }
            assertThat(reply).isNotDone();
            held.complete(null);

            assertThat(reply.get(20, TimeUnit.SECONDS).acknowledged()).isEqualTo(3);
            agent.join();
        }
    }

    @Test
    void whatASlowStoreHasNotKeptIsTakenAndAcknowledgedWithTheNextReport() throws Exception {
        try (Serving serving = Serving.start(2)) {
            HttpController link = link(serving);
            assertThat(link.send(report(3))).isPresent();
            CompletableFuture<Void> held = serving.controller.hold();

            assertThat(link.send(more(4))).isEmpty();
            held.complete(null);

            assertThat(link.send(more(4))).hasValueSatisfying(reply -> assertThat(reply.acknowledged())
                    .isEqualTo(4));
        }
    }

    @Test
    void anAgentGoesToTheControllerThatWrites() throws Exception {
        try (Serving follower = Serving.start(2);
                Serving leader = Serving.start(2)) {
            follower.controller.setWrites(false);
            assertThatThrownBy(() -> link(follower).send(report(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("503: replica b writes");

            HttpController both = new HttpController(List.of(follower.uri(""), leader.uri("")), Optional.empty());

            assertThat(both.send(report(3)).orElseThrow().acknowledged()).isEqualTo(3);
            assertThat(both.send(report(4)).orElseThrow().acknowledged()).isEqualTo(4);
            assertThat(follower.told)
                    .filteredOn(each -> each.contains("report"))
                    .hasSize(2);
        }
    }

    @Test
    void anAgentWithItsCertificateIsBelieved(@TempDir Path directory) throws Exception {
        assumeTrue(TestAuthority.isPossible(), "the openssl command is missing");
        TestAuthority authority = TestAuthority.in(directory.resolve("a"));
        TlsFiles own = authority.node("node-1");
        TlsFiles other = authority.node("node-0");
        try (Serving serving = Serving.start(2, CurrentTls.load(authority.server()))) {
            List<URI> url = List.of(URI.create("https://127.0.0.1:" + serving.port()));

            assertThat(new HttpController(url, Optional.of(own))
                            .send(report(3))
                            .orElseThrow()
                            .acknowledged())
                    .isEqualTo(3);
            assertThatThrownBy(() -> new HttpController(url, Optional.of(other)).send(report(4)))
                    .hasMessageContaining("403: certificate: found urn:heddle:node:node-0");
            assertThat(serving.controller
                            .state()
                            .nodes()
                            .get(NODE)
                            .orElseThrow()
                            .record()
                            .identity())
                    .isEqualTo("urn:heddle:node:node-1");
        }
    }

    /** Checked in as an agent of format 1 sends it: later controllers read it too. */
    @Test
    void aReportOfFormatOneIsRead() throws Exception {
        try (Serving serving = Serving.start(2);
                InputStream recorded = AgentLinkTest.class.getResourceAsStream("report-format-1.json")) {
            assertThat(recorded).isNotNull();
            link(serving).send(report(6));

            HttpResponse<String> reply = serving.post(
                    "/v1/agents/node-1/report", new String(recorded.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(reply.body()).contains("\"format\":1,\"acknowledged\":9");
        }
    }

    private static HttpController link(Serving serving) {
        return new HttpController(List.of(serving.uri("")), Optional.empty());
    }

    /** What is not whole. */
    private static AgentReport more(long upTo) {
        return new AgentReport(NODE, false, upTo, report(upTo).events());
    }

    private static AgentReport report(long upTo) {
        IpAddress address = SmallFabric.block(1).address().plus(9);
        return new AgentReport(
                NODE,
                true,
                upTo,
                List.of(new AgentEvent.PodAttached(
                        upTo,
                        "c9",
                        "eth0",
                        "pods",
                        new Endpoint(
                                Optional.of("space/a"),
                                NODE,
                                Endpoint.macOf(address),
                                Optional.of(address),
                                Optional.empty()),
                        0)));
    }
}
