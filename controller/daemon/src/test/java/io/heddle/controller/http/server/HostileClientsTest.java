package io.heddle.controller.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.Event;
import io.heddle.controller.http.api.Serving;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that send what they should not, too much, too slowly; after each the next client is answered. */
class HostileClientsTest {

    private static final ServerLimits LIMITS = new ServerLimits(
            32,
            4,
            4 << 10,
            4 << 20,
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20));
    private static final String HOST = "Host: localhost\r\n";

    private Serving serving;

    @BeforeEach
    void start() throws Exception {
        serving = Serving.start(4, LIMITS);
    }

    @AfterEach
    void othersAreAnsweredAndNothingFailed() throws Exception {
        awaitAnswer();
        assertThat(serving.told).noneMatch(each -> each.startsWith("failed"));
        serving.close();
    }

    @Test
    void whatIsNoHttpIsTurnedAway() throws Exception {
        assertThat(raw("\u0016\u0003\u0001\u0002\u0000\r\n\r\n")).startsWith("HTTP/1.1 40");
        assertThat(raw("GET /v1/fabric\r\n\r\n")).startsWith("HTTP/1.1 ");
        assertThat(raw("GET /v1/fabric HTTP/9.9\r\n" + HOST + "\r\n", true)).startsWith("HTTP/1.1 505");
        assertThat(raw("GET /v1/fabric HTTP/1.1\r\nno colon here\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aRequestThatCannotBeReadIsNotTakenForTheOneBefore() throws Exception {
        String answers = raw(
                "GET /v1/nodes/node-1 HTTP/1.1\r\n" + HOST + "\r\n" + "GET /v1/fabric HTTP/1.1\r\nno colon\r\n\r\n");

        assertThat(answers).contains("HTTP/1.1 200", "HTTP/1.1 400");
        assertThat(serving.told).contains("GET /v1/nodes/{node} 200", "- - 400");
    }

    @Test
    void wrongMethodPathTypeAndTargetAreNamed() throws Exception {
        assertThat(raw("BREW /v1/fabric HTTP/1.1\r\n" + HOST + "\r\n", true)).contains(" 405 ", "allow: GET, HEAD");
        assertThat(serving.get("/v2/fabric").statusCode()).isEqualTo(404);
        assertThat(serving.get("/v1/nodes/..%2f..%2fetc").statusCode()).isEqualTo(400);
        assertThat(serving.get("/v1/nodes/%ff%fe").body()).contains("no UTF-8");
        assertThat(raw("GET /v1/nodes/%zz HTTP/1.1\r\n" + HOST + "\r\n", true)).contains(" 400 ");
        assertThat(serving.get("/v1/nodes/a%00b").body()).contains("control character");
        assertThat(serving.get("/v1/fabric?x=1").body()).contains("unknown-parameter");
        assertThat(serving.get("/v1/nodes?limit=1&limit=2").statusCode()).isEqualTo(400);
        assertThat(serving.send(HttpRequest.newBuilder(serving.uri("/v1/agents/node-1/report"))
                                .header("content-type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(raw("GET http://elsewhere/ HTTP/1.1\r\n" + HOST + "\r\n", true))
                .contains(" 400 ");
    }

    @Test
    void aNameThatPointsHereFromElsewhereIsNotOurs() throws Exception {
        assertThat(raw("GET /v1/fabric HTTP/1.1\r\nHost: evil.example:80\r\n\r\n", true))
                .contains(" 421 ");
        assertThat(raw("GET /v1/fabric HTTP/1.1\r\n\r\n", true)).contains(" 400 ");
        assertThat(raw("GET /v1/fabric HTTP/1.1\r\n" + HOST + HOST + "\r\n", true))
                .contains(" 400 ");
    }

    @Test
    void twoLengthsAreRefusedSoThatNothingIsSmuggled() throws Exception {
        String both = "POST /v1/agents/node-1/report HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\nGET /v1/nodes HTTP/1.1\r\n" + HOST + "\r\n";
        String answer = raw(both);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(raw("POST /v1/agents/node-1/report HTTP/1.1\r\n" + HOST
                        + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("POST /v1/agents/node-1/report HTTP/1.1\r\n" + HOST + "Content-Length: -5\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void bodiesThatAreNoReportAreNamed() throws Exception {
        assertThat(serving.post("/v1/agents/node-1/report", "{").statusCode()).isEqualTo(400);
        assertThat(serving.post("/v1/agents/node-1/report", "{\"format\":1,\"format\":1}")
                        .body())
                .contains("no-json");
        assertThat(serving.post("/v1/agents/node-1/report", "[".repeat(100_000)).statusCode())
                .isEqualTo(400);
        assertThat(serving.post("/v1/agents/node-1/report", "{\"format\":7}").body())
                .contains("\"at\":\"format\"", "\"found\":\"7\"", "\"expected\":\"at most 1\"");
        assertThat(serving.send(HttpRequest.newBuilder(serving.uri("/v1/agents/node-1/report"))
                                .header("content-type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(
                                        new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'})))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyOverItsBoundIsRefusedBeforeItIsSent() throws Exception {
        String head = "POST /v1/nodes/node-1/blocks HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";

        assertThat(raw(head + "Content-Length: 99999999\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(raw(head + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\n2000\r\n" + " ".repeat(0x2000) + "\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void allBodiesTogetherAreBounded() throws Exception {
        String head = "POST /v1/agents/node-1/report HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nContent-Length: 3000000\r\n\r\n";
        try (RawClient first = new RawClient(serving.port());
                RawClient second = new RawClient(serving.port())) {
            first.send(head).send(" ".repeat(2_900_000));
            second.send(head).send(" ".repeat(2_900_000));

            String answers = first.rest() + second.rest();
            assertThat(answers).contains(" 503 ", "retry-after");
        }
    }

    @Test
    void headerBombsAreTurnedAway() throws Exception {
        assertThat(raw("GET /v1/fabric HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /v1/fabric HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(20_000) + "\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HOST + "\r\n"))
                .startsWith("HTTP/1.1 414");
    }

    @Test
    void slowClientsAreCutOff() throws Exception {
        try (RawClient silent = new RawClient(serving.port());
                RawClient head = new RawClient(serving.port());
                RawClient body = new RawClient(serving.port())) {
            head.send("GET /v1/fab");
            body.send("POST /v1/agents/node-1/report HTTP/1.1\r\n" + HOST
                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

            assertThat(head.rest()).startsWith("HTTP/1.1 408");
            assertThat(body.rest()).startsWith("HTTP/1.1 408");
            assertThat(silent.rest()).isEmpty();
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        String one = "GET /v1/nodes/node-%d HTTP/1.1\r\n" + HOST + "\r\n";
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            all.append(one.formatted(i));
        }
        all.append("GET /healthz HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

        String answers = raw(all.toString());

        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(6);
        assertThat(answers).containsSubsequence("node-0", "node-1", "node-2", "node-3", "ok");
    }

    @Test
    void connectionsAreBounded() throws Exception {
        List<RawClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                open.add(new RawClient(serving.port()));
            }
            assertThat(open.getLast().rest()).isEmpty();
        } finally {
            for (RawClient each : open) {
                each.close();
            }
        }
        // The server hears of closed connections a moment later.
        for (int i = 0; i < 1_000 && answers() != 200; i++) {
            Thread.onSpinWait();
        }
    }

    private int answers() {
        try {
            return serving.get("/healthz").statusCode();
        } catch (Exception e) {
            return 0;
        }
    }

    @Test
    void aWatcherThatReadsNothingIsCutOffAndHoldsNobodyUp() throws Exception {
        try (RawClient slow = new RawClient(serving.port());
                RawClient quick = new RawClient(serving.port())) {
            String watch = "GET /v1/watch HTTP/1.1\r\n" + HOST + "\r\n";
            slow.send(watch).until("watching");
            quick.send(watch).until("watching");
            String reason = "x".repeat(20_000);
            for (int i = 0; i < 600; i++) {
                serving.controller.tell(new Event.SwitchDown(DeviceName.of("leaf-1"), reason + i));
                if (i % 20 == 0) {
                    quick.until("x" + i + "\"}");
                }
            }

            assertThat(slow.rest()).contains("event: cut").contains("too slow");
        }
    }

    @Test
    void watchersAreBounded() throws Exception {
        List<RawClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                open.add(new RawClient(serving.port()).send("GET /v1/watch HTTP/1.1\r\n" + HOST + "\r\n"));
                open.getLast().until("watching");
            }
            assertThat(serving.get("/v1/watch").statusCode()).isEqualTo(503);
        } finally {
            for (RawClient each : open) {
                each.close();
            }
        }
    }

    @Test
    void aWatcherThatComesBackMissesNothing() throws Exception {
        try (RawClient first = new RawClient(serving.port())) {
            first.send("GET /v1/watch?after=0 HTTP/1.1\r\n" + HOST + "\r\n").until("watching");
            serving.post("/v1/agents/node-1/register", "{\"format\":1}");
            first.until("id: 1\nevent: changed\n");
        }
        serving.post("/v1/agents/node-2/register", "{\"format\":1}");
        try (RawClient again = new RawClient(serving.port())) {
            again.send("GET /v1/watch HTTP/1.1\r\n" + HOST + "Last-Event-ID: 1\r\n\r\n");
            assertThat(again.until("id: 2\nevent: changed\n")).doesNotContain("id: 1\nevent: changed");
        }
        try (RawClient stranger = new RawClient(serving.port())) {
            stranger.send("GET /v1/watch HTTP/1.1\r\n" + HOST + "Last-Event-ID: 999\r\n\r\n");
            stranger.until("event: reset\n");
        }
    }

    @Test
    void anEntityTagSavesTheBody() throws Exception {
        String tag = serving.get("/v1/nodes").headers().firstValue("etag").orElseThrow();

        assertThat(serving.send(HttpRequest.newBuilder(serving.uri("/v1/nodes")).header("if-none-match", tag))
                        .statusCode())
                .isEqualTo(304);
        serving.post("/v1/agents/node-1/register", "{\"format\":1}");
        assertThat(serving.send(HttpRequest.newBuilder(serving.uri("/v1/nodes")).header("if-none-match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void randomOctetsAndBrokenRequestsFailNothing() throws Exception {
        Random random = new Random(20_261_122);
        String good = "POST /v1/agents/node-1/report HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nContent-Length: 67\r\nConnection: close\r\n\r\n"
                + "{\"format\":1,\"node\":\"node-1\",\"whole\":true,\"up-to\":1,\"events\":[]}   ";
        int rounds = Boolean.getBoolean("heddle.long") ? 5_000 : 200;
        for (int i = 0; i < rounds; i++) {
            byte[] octets = good.getBytes(StandardCharsets.ISO_8859_1);
            int flips = 1 + random.nextInt(4);
            for (int j = 0; j < flips; j++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            try (RawClient client = new RawClient(serving.port())) {
                client.send(octets).send("\r\n\r\n");
            }
        }
    }

    /** Those that have just gone are connected until the server has noticed, and one more than may be is not answered. */
    private void awaitAnswer() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                assertThat(serving.get("/v1/fabric").statusCode()).isEqualTo(200);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private String raw(String text) throws IOException {
        return raw(text, false);
    }

    private String raw(String text, boolean staysOpen) throws IOException {
        try (RawClient client = new RawClient(serving.port())) {
            client.send(text);
            return staysOpen ? client.until("}") : client.rest();
        }
    }
}
