package io.heddle.cni.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HttpControllerTest {

    private static final byte[] REPLY =
            AgentJson.write(new AgentReply(1, List.of())).toString().getBytes(StandardCharsets.UTF_8);

    private static AgentReport report(long upTo) {
        return new AgentReport(DeviceName.of("node-1"), false, upTo, List.of());
    }

    private static HttpController controller(int port) {
        return new HttpController(List.of(URI.create("http://127.0.0.1:" + port)), Optional.empty());
    }

    @Test
    void oneConnectionCarriesReportAfterReport() throws IOException {
        Set<Integer> ports = new ConcurrentSkipListSet<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            ports.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, REPLY.length);
            exchange.getResponseBody().write(REPLY);
            exchange.close();
        });
        server.start();
        try {
            HttpController controller = controller(server.getAddress().getPort());
            for (int i = 1; i <= 5; i++) {
                assertThat(controller.send(report(i)).orElseThrow().acknowledged())
                        .isEqualTo(1);
            }

            assertThat(ports).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aKeptConnectionThatTheControllerClosedCostsNoReport() throws Exception {
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 2; i++) {
                        answerOnceAndClose(listening);
                    }
                } catch (IOException e) {
                    wrong.set(e);
                }
            });
            HttpController controller = controller(listening.getLocalPort());

            assertThat(controller.send(report(1)).orElseThrow().acknowledged()).isEqualTo(1);
            assertThat(controller.send(report(2)).orElseThrow().acknowledged()).isEqualTo(1);
            server.join();
        }
        assertThat(wrong).hasNullValue();
    }

    /** Says nothing of closing before it closes. */
    private static void answerOnceAndClose(ServerSocket listening) throws IOException {
        try (Socket socket = listening.accept()) {
            String head = "";
            int length = 0;
            while (!head.isEmpty() || length == 0) {
                head = line(socket);
                if (head.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(head.substring(15).strip());
                }
            }
            socket.getInputStream().readNBytes(length);
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nContent-Length: " + REPLY.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(REPLY);
        }
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int each = socket.getInputStream().read();
                each != '\n' && each >= 0;
                each = socket.getInputStream().read()) {
            text.append((char) each);
        }
        return text.toString().strip();
    }
}
