package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Prometheus reads the controller's metrics, and its checker finds nothing wrong with them. */
class PrometheusIT {

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsPrometheus() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prometheus")) && Files.isExecutable(Path.of("/usr/bin/promtool")),
                "prometheus is not installed (Debian package prometheus)");
    }

    @Test
    void theCheckerFindsNothingAndARealOneScrapes() throws Exception {
        Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: store}
                http: {listen: "127.0.0.1:0"}
                """);
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml");
                HttpClient client = HttpClient.newHttpClient()) {
            // The second reading has counts of the first.
            get(client, "http://" + controller.listens() + "/metrics");
            Path metrics = Files.writeString(
                    directory.resolve("metrics"), get(client, "http://" + controller.listens() + "/metrics"));
            assertThat(checked(metrics)).isEmpty();

            scraped(client, controller);
        }
    }

    private String checked(Path metrics) throws IOException, InterruptedException {
        Path said = directory.resolve("promtool.out");
        Process checker = new ProcessBuilder("promtool", "check", "metrics")
                .redirectInput(metrics.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(checker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(said) + (checker.exitValue() == 0 ? "" : "exit " + checker.exitValue());
    }

    private void scraped(HttpClient client, HeddleProcess controller) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("prometheus.yml"), """
                scrape_configs:
                  - job_name: heddle
                    scrape_interval: 1s
                    static_configs: [{targets: ["%s"]}]
                """.formatted(controller.listens()));
        String own = "127.0.0.1:" + freePort();
        Path log = directory.resolve("prometheus.log");
        Process prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + directory.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + directory.resolve("tsdb"),
                        "--web.listen-address=" + own)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            String query = "http://" + own + "/api/v1/query?query=heddle_controller_ready";
            String last = "";
            for (int i = 0; i < 600 && !last.contains(",\"1\"]"); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                last = prometheus.isAlive() ? answer(client, query) : "it ended";
            }
            assertThat(last)
                    .withFailMessage(() -> "not scraped within a minute; " + read(log))
                    .contains("heddle_controller_ready", ",\"1\"]");
        } finally {
            prometheus.destroyForcibly().onExit().join();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }

    /** Prometheus does not tell a port that the system chose for it. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Empty while nobody answers. */
    private static String answer(HttpClient client, String url) throws InterruptedException {
        try {
            return get(client, url);
        } catch (IOException e) {
            return "";
        }
    }

    private static String get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
