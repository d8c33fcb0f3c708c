package io.heddle.test.northbound;

import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the API of a running controller costs its clients: {@code java ... io.heddle.test.northbound.ApiBench HOST:PORT NODE BLOCK-ADDRESS},
 * the controller over plain HTTP on loopback, the node one of its fabric with a /24 from that address. Prints a line a measurement.
 */
final class ApiBench {

    private static final int ROUNDS = 2_000;
    private static final int CHANGES = 60;
    private static final int SKIPPED = 10;

    private ApiBench() {}

    public static void main(String[] args) throws Exception {
        URI server = URI.create("http://" + args[0]);
        DeviceName node = DeviceName.of(args[1]);
        IpAddress first = IpAddress.parse(args[2]);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int pods : new int[] {1, 50, 200}) {
                reports(client, server, node, first, pods);
            }
            requests(server, 1); // warms up
            for (int connections : new int[] {1, 4, 16}) {
                requests(server, connections);
            }
            for (int watchers : new int[] {1, 10, 100}) {
                watchers(client, server, node, first, watchers);
            }
        }
    }

    /** Whole reports of so many pods, each with other containers than the last, one after another. */
    private static void reports(HttpClient client, URI server, DeviceName node, IpAddress first, int pods)
            throws Exception {
        long[] nanos = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            long begin = System.nanoTime();
            report(client, server, node, first, pods, i);
            nanos[i] = System.nanoTime() - begin;
        }
        print("report of " + pods + " pods until acknowledged", Arrays.copyOfRange(nanos, SKIPPED, CHANGES));
    }

    private static void report(HttpClient client, URI server, DeviceName node, IpAddress first, int pods, int round)
            throws Exception {
        List<AgentEvent> events = new ArrayList<>();
        for (int i = 1; i <= pods; i++) {
            IpAddress address = first.plus(i);
            Endpoint pod = new Endpoint(
                    Optional.of("default/p" + i),
                    node,
                    Endpoint.macOf(address),
                    Optional.of(address),
                    Optional.empty());
            events.add(new AgentEvent.PodAttached(
                    i, String.format("%032x%032x", round, i), "eth0", "pods", pod, 1_700_000_000_000L));
        }
        String body = AgentJson.write(new AgentReport(node, true, pods, events)).toString();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve("/v1/agents/" + node + "/report"))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** {@code GET /v1/fabric} over connections that stay, each asking as fast as it is answered. */
    private static void requests(URI server, int connections) throws Exception {
        long[] nanos = new long[ROUNDS * connections];
        CyclicBarrier start = new CyclicBarrier(connections + 1);
        CountDownLatch ended = new CountDownLatch(connections);
        AtomicReference<Exception> fault = new AtomicReference<>();
        for (int c = 0; c < connections; c++) {
            int from = c * ROUNDS;
            Thread.ofPlatform().start(() -> {
                try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                    socket.setTcpNoDelay(true);
                    start.await();
                    ask(socket, server, nanos, from);
                } catch (Exception e) {
                    fault.set(e);
                } finally {
                    ended.countDown();
                }
            });
        }
        start.await();
        long begin = System.nanoTime();
        ended.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (fault.get() != null) {
            throw fault.get();
        }
        print(String.format("%d connections, %.0f requests/s, each", connections, nanos.length / seconds), nanos);
    }

    private static void ask(Socket socket, URI server, long[] nanos, int from) throws Exception {
        byte[] request = ("GET /v1/fabric HTTP/1.1\r\nhost: " + server.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            out.write(request);
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            for (long left = length; left > 0; ) {
                left -= in.skip(left);
            }
            nanos[from + i] = System.nanoTime() - begin;
        }
    }

    /** From the report that changes something until the last of so many watchers has it. */
    private static void watchers(HttpClient client, URI server, DeviceName node, IpAddress first, int watchers)
            throws Exception {
        List<Socket> sockets = new ArrayList<>();
        CyclicBarrier told = new CyclicBarrier(watchers + 1);
        try {
            for (int w = 0; w < watchers; w++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                sockets.add(socket);
                socket.getOutputStream()
                        .write(("GET /v1/watch HTTP/1.1\r\nhost: " + server.getAuthority() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    // The head of the answer.
                }
                Thread.ofPlatform().daemon().start(() -> follow(in, told));
            }
            long[] nanos = new long[CHANGES];
            for (int i = 0; i < CHANGES; i++) {
                long begin = System.nanoTime();
                report(client, server, node, first, 1, 10_000 * watchers + i);
                told.await();
                nanos[i] = System.nanoTime() - begin;
            }
            print("change until " + watchers + " watchers have it", Arrays.copyOfRange(nanos, SKIPPED, CHANGES));
        } finally {
            for (Socket each : sockets) {
                each.close();
            }
        }
    }

    private static void follow(BufferedReader in, CyclicBarrier told) {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("data:") && line.contains("pod-saved")) {
                    told.await();
                }
            }
        } catch (Exception e) {
            told.reset(); // the measurement is over, or it fails
        }
    }

    private static void print(String what, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: median %.2f ms, p99 %.2f ms, most %.2f ms%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
