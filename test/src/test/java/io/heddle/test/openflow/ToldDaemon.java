package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReport;
import io.heddle.test.fabrics.PlannedFile;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A whole daemon in this process, told and asked over HTTP as agents and people do. */
final class ToldDaemon implements AutoCloseable {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ControllerDaemon daemon;

    private ToldDaemon(PlannedFile planned, Path file) throws Exception {
        daemon = planned.start(file, log);
    }

    /** @param file the controller's configuration */
    static ToldDaemon start(PlannedFile planned, Path file) throws Exception {
        return new ToldDaemon(planned, file);
    }

    void report(AgentReport report) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/v1/agents/" + report.node() + "/report"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        AgentJson.write(report).toString()))
                .build();
        // As an agent does: a controller that is too busy to keep a report in time says 503 and is told again.
        int[] answer = {0};
        try {
            OvsBed.until("a report is taken", () -> {
                answer[0] = send(request).statusCode();
                return answer[0] != 503;
            });
        } catch (AssertionError e) {
            throw new AssertionError(log(), e);
        }
        assertThat(answer[0]).isEqualTo(200);
    }

    String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build()).body();
    }

    String drift() throws Exception {
        return get("/v1/drift");
    }

    /** Until every switch holds what it is to hold. */
    void settled() throws Exception {
        String[] seen = {""};
        try {
            OvsBed.until("the switches are told all", () -> {
                seen[0] = drift();
                return seen[0].contains("\"items\":[]");
            });
        } catch (AssertionError e) {
            throw new AssertionError(seen[0] + log(), e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + daemon.address().orElseThrow().getPort() + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        daemon.close();
        http.close();
    }
}
