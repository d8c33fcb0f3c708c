package io.heddle.controller.onos.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a switch's database sends ends its own connection at most, with a reason that says what: another switch is set up all the while. */
class HostileDatabaseTest {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final int ROUNDS = Boolean.getBoolean("heddle.long") ? 200 : 10;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    private ServerSocket hostile;

    @BeforeEach
    void listen() throws IOException {
        hostile = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerSocket good = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        open.add(hostile);
        open.add(good);
        Thread.ofVirtual().start(() -> serve(good));
        OvsdbProvider provider = new OvsdbProvider(
                Map.of(Setups.FIRST, address(hostile), Setups.SECOND, address(good)),
                new OvsdbEvents() {
                    @Override
                    public void lost(DeviceName device, String reason) {
                        told.add(reason);
                    }

                    @Override
                    public void refused(DeviceName device, String reason) {
                        told.add(reason);
                    }
                },
                TICK);
        open.addFirst(provider);
        provider.want(Setups.FIRST, Setups.usual());
        provider.want(Setups.SECOND, Setups.of(Setups.SECOND, Setups.single("port3")));
        this.provider = provider;
    }

    private OvsdbProvider provider;

    @AfterEach
    void close() throws Exception {
        SwitchReport report = provider.report(Setups.SECOND);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!(report.connected() && report.differences().isEmpty()) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            report = provider.report(Setups.SECOND);
        }
        for (AutoCloseable each : open) {
            each.close();
        }
        assertThat(report.connected()).as("the good switch: " + report).isTrue();
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void whatIsNoMessageIsToldByItsFirstByte() throws Exception {
        assertThat(answering("GET / HTTP/1.1")).contains("byte 0x47").contains("expected '{'");
    }

    @Test
    void brokenJsonIsToldWithItsPlace() throws Exception {
        assertThat(answering("{\"id\":}")).contains("it sent garbage: line 1, column");
    }

    @Test
    void depthIsBounded() throws Exception {
        assertThat(answering("{\"id\":" + "[".repeat(100) + "{}" + "]".repeat(100) + "}"))
                .contains("it sent garbage")
                .contains("depth");
    }

    @Test
    void aMessageThatDoesNotEndIsCutOff() throws Exception {
        assertThat(answering("{\"" + "a".repeat(JsonFrames.LONGEST))).contains("longer than 16777216 bytes");
    }

    @Test
    void anAnswerToNothingIsRefused() throws Exception {
        assertThat(answering("{\"result\":[],\"error\":null,\"id\":99}")).contains("answer to 99");
        assertThat(answering("{\"result\":[],\"error\":null,\"id\":1e999999999}"))
                .contains("which was not asked");
    }

    @Test
    void aValueOfAnotherTypeIsToldWithItsColumn() throws Exception {
        assertThat(answering(monitored("{\"Port\":{\"u\":{\"new\":{\"tag\":\"ten\"}}}}")))
                .contains("Port.tag: found \"ten\", expected a whole number");
        assertThat(answering(monitored("{\"Open_vSwitch\":{\"u\":{\"new\":{\"next_cfg\":1e999999999}}}}")))
                .contains("Open_vSwitch.next_cfg");
        assertThat(answering(monitored("{\"Bridge\":[1]}"))).contains("Bridge: found [1], expected an object");
        assertThat(answering(monitored("{\"Secrets\":{}}"))).contains("table Secrets");
    }

    @Test
    void aDatabaseThatCannotBeWatchedIsToldWithItsError() throws Exception {
        assertThat(answering("{\"result\":null,\"error\":{\"error\":\"unknown database\"},\"id\":0}"))
                .contains("cannot be watched")
                .contains("unknown database");
    }

    @Test
    void oneThatSaysNothingIsCutOff() throws Exception {
        assertThat(answering("")).contains("silent for");
    }

    @Test
    void aRefusedTransactionIsToldWithTheOperationAndKeepsTheConnection() throws Exception {
        try (Socket peer = accepted()) {
            InputStream in = peer.getInputStream();
            assertThat(request(in).method()).isEqualTo("monitor");
            send(peer, monitored(new Database().tables().toString()));
            Rpc.Request transaction = request(in);
            assertThat(transaction.method()).isEqualTo("transact");
            send(
                    peer,
                    new Rpc.Reply(
                                    Json.items(List.of(
                                            new Json.Null(), Json.Members.EMPTY.with("error", Json.text("no")))),
                                    new Json.Null(),
                                    transaction.id())
                            .json()
                            .toString());

            assertThat(reason()).contains("refuses the transaction because of").contains("\"error\":\"no\"");
            assertThat(provider.report(Setups.FIRST).connected()).isTrue();
        }
    }

    @Test
    void randomBytesEndNothingButTheirConnection() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            try (Socket peer = accepted()) {
                byte[] bytes = monitored("{\"Port\":{\"u\":{\"new\":{\"name\":\"a\",\"trunks\":[\"set\",[1,2]]}}}}")
                        .getBytes(StandardCharsets.UTF_8);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                peer.getOutputStream().write(bytes);
            }
        }
    }

    private static String monitored(String tables) {
        return "{\"result\":" + tables + ",\"error\":null,\"id\":0}";
    }

    /** What is told of a switch that says this as soon as it is connected to. */
    private String answering(String text) throws Exception {
        String reason = "";
        // On a slow machine a connection may be given up as silent before it was taken here.
        for (int i = 0; i < 20 && (i == 0 || !text.isEmpty() && reason.startsWith("silent")); i++) {
            told.clear();
            try (Socket peer = accepted()) {
                send(peer, text);
                reason = reason();
            }
        }
        return reason;
    }

    private Socket accepted() throws IOException {
        return hostile.accept();
    }

    private String reason() throws InterruptedException {
        return String.valueOf(told.poll(60, TimeUnit.SECONDS));
    }

    private static SocketAddress address(ServerSocket server) {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private static void send(Socket peer, String text) throws IOException {
        try {
            OutputStream out = peer.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // What is too long is cut off before it is all sent.
            assertThat(text).hasSizeGreaterThan(1 << 20);
        }
    }

    /** The next message that can be read as one. */
    private static Rpc.Request request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0; each = in.read()) {
            bytes.write(each);
            if (each == '}') {
                try {
                    return (Rpc.Request) Rpc.read(JsonText.read(bytes.toByteArray()));
                } catch (JsonText.NotJson | BadMessage notYet) {
                    // A brace within; the last one comes.
                }
            }
        }
        throw new IOException("ended");
    }

    /** A switch as it should be. */
    private static void serve(ServerSocket server) {
        Database database = new Database();
        try (Socket peer = server.accept()) {
            while (true) {
                Rpc.Request asked = request(peer.getInputStream());
                Json result = Json.items(List.of());
                if (asked.method().equals("monitor")) {
                    result = database.tables();
                } else if (asked.method().equals("transact")) {
                    List<Json> operations =
                            asked.params().subList(1, asked.params().size());
                    database.transact(operations);
                    List<Json> update = List.of(Json.text("heddle"), database.tables());
                    send(
                            peer,
                            new Rpc.Request("update", update, new Json.Null())
                                    .json()
                                    .toString());
                    result = Json.items(
                            operations.stream().map(_ -> Json.Members.EMPTY).toList());
                }
                send(
                        peer,
                        new Rpc.Reply(result, new Json.Null(), asked.id())
                                .json()
                                .toString());
            }
        } catch (IOException ended) {
            // The test is over.
        }
    }
}
