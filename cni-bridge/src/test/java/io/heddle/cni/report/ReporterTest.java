package io.heddle.cni.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.net.httpserver.HttpServer;
import io.heddle.cni.ipam.AddressSource;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.step.Steps;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReporterTest {

    private static final AddressSource SOURCE =
            new AddressSource("pods", List.of(Prefix.parse("10.0.0.0/26")), Set.of());
    private static final DeviceName NODE = new DeviceName("node-1");

    /** A controller in memory: knows what it was told, and fails when told to. */
    private static final class Memory implements ControllerLink {
        private final Set<String> attached = new TreeSet<>();
        private final List<AgentReport> reports = new ArrayList<>();
        private boolean away;
        /** Reports are taken and not kept yet. */
        private boolean slow;

        private List<BlockGrant> grants = List.of();

        @Override
        public Optional<AgentReply> send(AgentReport report) throws IOException {
            if (away) {
                throw new IOException("away");
            }
            reports.add(report);
            if (report.whole()) {
                attached.clear();
            }
            for (AgentEvent each : report.events()) {
                switch (each) {
                    case AgentEvent.PodAttached pod -> attached.add(pod.container());
                    case AgentEvent.PodDetached pod -> attached.remove(pod.container());
                }
            }
            return slow ? Optional.empty() : Optional.of(new AgentReply(report.upTo(), grants));
        }
    }

    @TempDir
    private Path directory;

    private final Memory controller = new Memory();

    @Test
    void eventsAreToldOnceAndInOrderAndTheFirstReportIsWhole() throws Exception {
        try (Ipam ipam = ipam()) {
            attach(ipam, "a");
            Reporter reporter = reporter(ipam);
            reporter.step();
            attach(ipam, "b");
            ipam.release(new AttachmentKey("a", "eth0"));
            reporter.step();
            reporter.step();

            assertThat(controller.attached).containsExactly("b");
            assertThat(controller.reports).extracting(AgentReport::whole).containsExactly(true, false, false);
            assertThat(controller.reports.get(1).events())
                    .extracting(AgentEvent::number)
                    .containsExactly(2L, 3L);
            assertThat(controller.reports.get(2).events()).isEmpty();
        }
    }

    @Test
    void whatHappenedWhileTheControllerWasAwayIsToldAfterwards() throws Exception {
        try (Ipam ipam = ipam()) {
            Reporter reporter = reporter(ipam);
            reporter.step();
            controller.away = true;
            attach(ipam, "a");
            attach(ipam, "b");
            assertThatThrownBy(reporter::step).hasMessage("away");
            ipam.release(new AttachmentKey("a", "eth0"));
            controller.away = false;
            reporter.step();

            assertThat(controller.attached).containsExactly("b");
        }
    }

    @Test
    void whatIsTakenAndNotAcknowledgedIsToldAgainWithWhatComesNext() throws Exception {
        try (Ipam ipam = ipam()) {
            Reporter reporter = reporter(ipam);
            reporter.step();
            controller.slow = true;
            attach(ipam, "a");
            assertThat(reporter.step()).isFalse();
            assertThat(reporter.isOwed()).isTrue();
            attach(ipam, "b");
            reporter.step();
            controller.slow = false;
            reporter.step();
            reporter.step();

            assertThat(reporter.isOwed()).isFalse();
            assertThat(controller.reports)
                    .extracting(AgentReport::whole)
                    .containsExactly(true, false, false, false, false);
            assertThat(controller.reports)
                    .extracting(each -> each.events().size())
                    .containsExactly(0, 1, 2, 2, 0);
        }
    }

    @Test
    void whatIsOnDiskIsToldWithoutWaitingForWhatIsNot() throws Exception {
        try (Ipam ipam = ipam()) {
            Reporter reporter = reporter(ipam);
            reporter.step();
            attach(ipam, "a");
            ipam.settle(1);
            attach(ipam, "b");
            reporter.await(0);
            reporter.step();
            assertThat(controller.attached).containsExactly("a");

            // The rest comes at once, not when something happens next.
            assertTimeout(Duration.ofSeconds(60), () -> reporter.await(120_000));
            reporter.step();

            assertThat(controller.attached).containsExactly("a", "b");
            assertThat(controller.reports)
                    .extracting(each -> each.events().size())
                    .containsExactly(0, 1, 1);
        }
    }

    @Test
    void anAgentThatStartsAnewTellsTheWholeStateSoThatNothingIsMissed() throws Exception {
        try (Ipam ipam = ipam()) {
            Reporter reporter = reporter(ipam);
            attach(ipam, "a");
            reporter.step();
            controller.away = true;
            attach(ipam, "b");
            ipam.release(new AttachmentKey("a", "eth0"));
        }
        controller.away = false;
        try (Ipam ipam = ipam()) {
            reporter(ipam).step();

            assertThat(controller.reports.getLast().whole()).isTrue();
            assertThat(controller.attached).containsExactly("b");
        }
    }

    @Test
    void aControllerThatForgotIsToldEverything() throws Exception {
        try (Ipam ipam = ipam()) {
            attach(ipam, "a");
            boolean[] forgetful = {true};
            Reporter reporter = new Reporter(
                    NODE,
                    ipam,
                    report -> {
                        Optional<AgentReply> reply = controller.send(report);
                        return forgetful[0] ? Optional.of(new AgentReply(0, List.of())) : reply;
                    },
                    GrantedBlocks.open(directory));
            ipam.listen(reporter);
            reporter.step();
            forgetful[0] = false;
            reporter.step();

            assertThat(controller.reports).extracting(AgentReport::whole).containsExactly(true, true);
        }
    }

    @Test
    void aControllerThatForgotIsToldEverythingWithoutWaitingUntilSomethingHappens() throws Exception {
        try (Ipam ipam = ipam()) {
            boolean[] forgetful = {false};
            Reporter reporter = new Reporter(
                    NODE,
                    ipam,
                    report -> {
                        Optional<AgentReply> reply = controller.send(report);
                        return forgetful[0] && !report.whole() ? Optional.of(new AgentReply(0, List.of())) : reply;
                    },
                    GrantedBlocks.open(directory));
            ipam.listen(reporter);
            reporter.step();
            attach(ipam, "a");
            reporter.await(0);
            forgetful[0] = true;
            reporter.step();
            assertTimeout(Duration.ofSeconds(60), () -> reporter.await(120_000));
            reporter.step();

            assertThat(controller.reports).extracting(AgentReport::whole).containsExactly(true, false, true);
        }
    }

    @Test
    void grantedBlocksOutliveTheAgentAndTheController() throws Exception {
        Prefix second = Prefix.parse("10.0.1.0/26");
        try (Ipam ipam = ipam()) {
            controller.grants = List.of(new BlockGrant("pods", List.of(second)));

            assertThat(reporter(ipam).step()).isTrue();
        }

        assertThat(GrantedBlocks.open(directory).of("pods")).containsExactly(second);
        assertThat(GrantedBlocks.open(directory).of("other")).isEmpty();
    }

    @Test
    void reportsAndRepliesTravelAsJson() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> bodies = new ArrayList<>();
        server.createContext("/v1/agents/node-1/report", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] reply =
                    "{\"format\":1,\"acknowledged\":1,\"grants\":[{\"network\":\"pods\",\"blocks\":[\"10.0.9.0/26\"]}]}"
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try (Ipam ipam = ipam()) {
            attach(ipam, "a");
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            GrantedBlocks blocks = GrantedBlocks.open(directory);
            new Reporter(NODE, ipam, new HttpController(List.of(url), Optional.empty()), blocks).step();

            assertThat(bodies)
                    .containsExactly(
                            "{\"format\":1,\"node\":\"node-1\",\"whole\":true,\"up-to\":1,\"events\":[{\"event\":\"attached\",\"number\":1,"
                                    + "\"container\":\"a\",\"interface\":\"eth0\",\"network\":\"pods\",\"pod\":\"space/a\",\"mac\":\"0a:58:0a:00:00:00\","
                                    + "\"addresses\":[\"10.0.0.0\"],\"since\":0}]}");
            assertThat(blocks.of("pods")).containsExactly(Prefix.parse("10.0.9.0/26"));
        } finally {
            server.stop(0);
        }
    }

    private Ipam ipam() throws IOException {
        return Ipam.open(directory, Duration.ZERO, () -> Instant.EPOCH, Steps.UNHEARD);
    }

    private Reporter reporter(Ipam ipam) throws IOException {
        Reporter reporter = new Reporter(NODE, ipam, controller, GrantedBlocks.open(directory));
        ipam.listen(reporter);
        return reporter;
    }

    private static void attach(Ipam ipam, String container) throws Exception {
        ipam.allocate(
                SOURCE,
                new Ipam.Demand(
                        new AttachmentKey(container, "eth0"),
                        Optional.of("space/" + container),
                        "/x",
                        List.of(),
                        addresses -> Endpoint.macOf(addresses.getFirst())));
    }
}
