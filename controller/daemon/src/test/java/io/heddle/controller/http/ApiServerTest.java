package io.heddle.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.Event;
import io.heddle.controller.http.api.MemoryController;
import io.heddle.controller.http.server.ServerOptions;
import io.heddle.controller.log.EventLog;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Metrics, log, probes and page, as they are served. */
class ApiServerTest {

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final MemoryController controller = new MemoryController(3);
    private final HttpClient client = HttpClient.newHttpClient();
    private ApiServer server;

    @BeforeEach
    void start() throws Exception {
        server = ApiServer.start(
                ServerOptions.loopback(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                controller,
                new EventLog(new PrintStream(logged, true, StandardCharsets.UTF_8), true, () -> Instant.EPOCH));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    @Test
    void metricsSayWhatTheControllerKnows() throws Exception {
        controller.tell(new Event.SwitchUp(DeviceName.of("leaf-1")));
        controller.tell(new Event.NodeRegistered(DeviceName.of("node-1"), ""));
        get("/v1/fabric");

        assertThat(get("/metrics").body().lines())
                .contains(
                        "heddle_controller_nodes 3.0",
                        "heddle_controller_nodes_alive 1.0",
                        "heddle_controller_ready 1.0",
                        "heddle_controller_switch_up{switch=\"leaf-1\"} 1.0",
                        "heddle_controller_switch_up{switch=\"spine-1\"} 0.0",
                        "heddle_http_requests_total{method=\"GET\",route=\"/v1/fabric\",status=\"200\"} 1.0");
    }

    @Test
    void readinessSaysWhyNot() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        controller.setNotReady(List.of("the store is not read yet"));

        HttpResponse<String> not = get("/readyz");

        assertThat(not.statusCode()).isEqualTo(503);
        assertThat(not.body()).contains("the store is not read yet");
    }

    @Test
    void whatIsRefusedIsLoggedInOneLineWithoutWhatIsSecret() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/nodes/%0aevent%3dfault?token=open-sesame"))
                .header("authorization", "Bearer open-sesame")
                .header("cookie", "session=open-sesame")
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);

        List<String> lines = logged.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        assertThat(JsonText.read(lines.getFirst().getBytes(StandardCharsets.UTF_8))
                        .toString())
                .contains("\"event\":\"request-refused\"", "\"time\":\"1970-01-01T00:00:00Z\"")
                .doesNotContain("sesame");
    }

    @Test
    void thePageLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(page.body()).contains("/status.js", "/status.css").doesNotContain("http://", "https://", "<style");
        assertThat(get("/status.js").body()).doesNotContain("innerHTML");
        assertThat(get("/status.css").statusCode()).isEqualTo(200);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }
}
