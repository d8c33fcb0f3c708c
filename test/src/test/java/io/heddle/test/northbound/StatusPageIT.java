package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: it shows what is, and what happens while it is open, without being loaded again. */
class StatusPageIT {

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(Files.isExecutable(Browser.PROGRAM), "chromium is not installed (Debian package chromium)");
    }

    @Test
    void whatHappensWhileItIsOpenIsShown() throws Exception {
        Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: store}
                http: {listen: "127.0.0.1:0"}
                """);
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml");
                Browser browser = Browser.open(directory)) {
            String url = "http://" + controller.listens();
            browser.show(url + "/");
            String before = browser.until("the nodes", text -> text.contains("cloud-1-7"));
            assertThat(before).contains("unregistered").doesNotContain("10.244.2.0/24");

            register(url, "cloud-1-3");
            String after = browser.until("the node that came", text -> text.contains("10.244.2.0/24"));

            assertThat(after).contains("alive");
            browser.picture(Path.of("target").resolve("status-page.png"));
        }
    }

    private static void register(String url, String node) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/v1/agents/" + node + "/report"))
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"format\":1,\"node\":\"" + node
                                    + "\",\"whole\":true,\"up-to\":1,\"events\":[]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
