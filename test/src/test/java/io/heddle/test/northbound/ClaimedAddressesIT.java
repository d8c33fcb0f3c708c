package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.cni.report.HttpController;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.tls.LoadedTls;
import io.heddle.tls.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents with certificates of their own at a controller as shipped: one that claims what is another's gets nothing, and the other loses nothing. */
class ClaimedAddressesIT {

    private static final DeviceName FIRST = DeviceName.of("cloud-1-1");
    private static final DeviceName SECOND = DeviceName.of("cloud-1-2");

    @TempDir
    private Path directory;

    @Test
    void aNodeThatClaimsAnothersAddressesOrNameIsRefusedWithTheReasonAndTheOtherGoesOn() throws Exception {
        HeddleProcess.run(
                directory,
                "certs",
                "--out",
                "tls",
                "--controller",
                "ctl-1=127.0.0.1",
                "--node",
                FIRST.value(),
                "--node",
                SECOND.value(),
                "--reader",
                "r");
        Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: store}
                http:
                  listen: "127.0.0.1:0"
                  tls: {certificate: tls/ctl-1.pem, key: tls/ctl-1.key, authorities: tls/ca.pem}
                """);
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml")) {
            HttpController first = agent(controller, FIRST);
            HttpController second = agent(controller, SECOND);
            IpAddress theirs = address(
                    second.send(new AgentReport(SECOND, true, 0, List.of())).orElseThrow());
            kept(controller, second, new AgentReport(SECOND, false, 1, List.of(pod(1, "theirs", SECOND, theirs))));
            IpAddress own = address(
                    first.send(new AgentReport(FIRST, true, 0, List.of())).orElseThrow());

            // Another's address under its own name: turned down with both names, what is its own is taken.
            kept(
                    controller,
                    first,
                    new AgentReport(
                            FIRST,
                            false,
                            2,
                            List.of(pod(1, "claimed", FIRST, theirs.plus(1)), pod(2, "own", FIRST, own))));
            controller.until("the refusal", () -> controller
                    .err()
                    .contains("address " + theirs.plus(1) + " of claimed on " + FIRST + " is granted to " + SECOND));

            // In the other's name: the certificate says who it is.
            assertThatThrownBy(() -> first.send(
                            new AgentReport(SECOND, false, 2, List.of(pod(2, "claimed", SECOND, theirs.plus(2))))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("answered 403");

            kept(
                    controller,
                    second,
                    new AgentReport(SECOND, false, 2, List.of(pod(2, "more", SECOND, theirs.plus(1)))));
            assertThat(endpoints(controller))
                    .contains("theirs", "own", "more", theirs.plus(1).toString())
                    .doesNotContain("claimed");
        }
    }

    /** Told again until it is acknowledged, as agents do. */
    private static void kept(HeddleProcess controller, HttpController agent, AgentReport report) throws Exception {
        controller.until("the acknowledgement of " + report, () -> {
            try {
                return agent.send(report).isPresent();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static IpAddress address(AgentReply reply) {
        return reply.grants().getFirst().blocks().getFirst().address().plus(5);
    }

    private static AgentEvent pod(long number, String container, DeviceName node, IpAddress address) {
        return new AgentEvent.PodAttached(
                number,
                container,
                "eth0",
                "pods",
                new Endpoint(
                        Optional.of("default/" + container),
                        node,
                        Endpoint.macOf(address),
                        Optional.of(address),
                        Optional.empty()),
                1_700_000_000_000L);
    }

    private TlsFiles files(String name) {
        Path files = directory.resolve("tls");
        return new TlsFiles(
                files.resolve(name + ".pem"), files.resolve(name + ".key"), files.resolve("ca.pem"), Optional.empty());
    }

    private HttpController agent(HeddleProcess controller, DeviceName node) {
        return new HttpController(
                List.of(URI.create("https://" + controller.listens())), Optional.of(files(node.value())));
    }

    private String endpoints(HeddleProcess controller) throws Exception {
        try (HttpClient reader = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(LoadedTls.load(files("r"), 1).context())
                .build()) {
            return reader.send(
                            HttpRequest.newBuilder(URI.create("https://" + controller.listens() + "/v1/endpoints"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
