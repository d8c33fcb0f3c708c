package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.json.Json;
import io.heddle.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle controller} as an operator and an init system use it. */
class ControllerCommandIT {

    @TempDir
    private Path directory;

    /** A cluster whose API server is not there. */
    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(directory.resolve("cluster.yaml"), """
                apiVersion: v1
                kind: Config
                current-context: a
                contexts: [{name: a, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:9"}}]
                users: [{name: u, user: {}}]
                """);
        config("controller.yaml", "store", "127.0.0.1:0", "");
    }

    private void config(String name, String store, String listen, String more) throws IOException {
        Files.writeString(directory.resolve(name), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: %s}
                http: {listen: "%s"%s}
                kubernetes: {kubeconfig: cluster.yaml}
                """.formatted(store, listen, more));
    }

    @Test
    void whatAStartWouldFailAtIsToldWithoutOne() throws Exception {
        HeddleProcess good = HeddleProcess.run(directory, "controller", "--check-config", "controller.yaml");
        assertThat(good.err()).isEmpty();
        assertThat(good.exitCode()).isZero();
        assertThat(good.out()).contains("7 nodes run pods");
        assertThat(directory.resolve("store")).doesNotExist();

        config("wrong.yaml", "store", "127.0.0.1:0", ", tls: {certificate: c.pem, key: k.pem, authorities: a.pem}");
        Files.delete(directory.resolve("cluster.yaml"));
        HeddleProcess wrong = HeddleProcess.run(directory, "controller", "--check-config", "wrong.yaml");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("http.tls: ", "c.pem", "kubernetes: kubeconfig ", "cluster.yaml");
    }

    /** One controller for all, since each process costs a start. */
    @Test
    void itIsAskedWhileItRunsAndAnInterruptEndsItCleanly() throws Exception {
        String url;
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml")) {
            url = "http://" + controller.listens();
            controller.until(
                    "the absence of the cluster", () -> controller.err().contains("kubernetes-away"));
            assertThat(get(controller, "/healthz")).startsWith("200 ok");
            assertThat(get(controller, "/readyz")).startsWith("200 ").contains("\"ready\":true");

            HeddleProcess status = HeddleProcess.run(directory, "controller", "status", "--controller", url);
            assertThat(status.out()).contains("ready     yes", "nodes     7, 0 registered");
            assertThat(status.exitCode()).isZero();

            HeddleProcess nodes = HeddleProcess.run(directory, "controller", "nodes", "--json", "--controller", url);
            assertThat(JsonText.read(nodes.out().getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(Json.Members.class, object -> assertThat(
                                    ((Json.Items) object.get("items").orElseThrow()).items())
                            .hasSize(7));

            config("same-address.yaml", "other-store", controller.listens(), "");
            HeddleProcess sameAddress = HeddleProcess.run(directory, "controller", "--config", "same-address.yaml");
            assertThat(sameAddress.exitCode()).isEqualTo(2);
            assertThat(sameAddress.err()).contains(controller.listens());

            controller.signal("INT");
            assertEndedCleanly(controller);
        }
        HeddleProcess away = HeddleProcess.run(directory, "controller", "status", "--controller", url);
        assertThat(away.exitCode()).isEqualTo(1);
        assertThat(away.err()).contains("no controller answers at " + url);
    }

    @Test
    void aTerminationEndsItCleanlyToo() throws Exception {
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml")) {
            controller.signal("TERM");
            assertEndedCleanly(controller);
        }
    }

    private static void assertEndedCleanly(HeddleProcess controller) throws Exception {
        assertThat(controller.exitCode()).isZero();
        String[] lines = controller.err().split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            Json line = JsonText.read(lines[i].getBytes(StandardCharsets.UTF_8));
            assertThat(((Json.Members) line).members()).containsKeys("time", "level", "event");
        }
        assertThat(lines[lines.length - 2]).contains("\"event\":\"stopped\"");
    }

    private static String get(HeddleProcess controller, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://" + controller.listens() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
