package io.heddle.test.controller;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long {@code heddle controller} takes to be ready and to end, {@code StartBench LAUNCHER SCENARIO [RUNS]}: from exec until {@code /readyz}
 * answers 200, with a new embedded store, and from SIGTERM until it has ended.
 */
public final class StartBench {

    private static final byte[] QUESTION =
            "GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private StartBench() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        List<Double> ready = new ArrayList<>();
        List<Double> ended = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Path directory = Files.createTempDirectory("start-bench");
            int port = free();
            Path file = Files.writeString(directory.resolve("controller.yaml"), """
                    heddle: controller/1
                    name: start
                    fabric: {scenario: %s}
                    store: {directory: store}
                    http: {listen: "127.0.0.1:%d"}
                    """.formatted(arguments[1], port));
            long from = System.nanoTime();
            Process controller = new ProcessBuilder(arguments[0], "controller", "--config", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            while (!isReady(port)) {
                if (!controller.isAlive()) {
                    throw new IllegalStateException(Files.readString(directory.resolve("log")));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            ready.add((System.nanoTime() - from) / 1e9);
            cpu.add(controller.info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
            long asked = System.nanoTime();
            controller.destroy();
            if (controller.waitFor() != 0) {
                throw new IllegalStateException(
                        "ended with " + controller.exitValue() + ": " + Files.readString(directory.resolve("log")));
            }
            ended.add((System.nanoTime() - asked) / 1e9);
        }
        print("exec to ready", ready);
        print("processor time until then", cpu);
        print("SIGTERM to end", ended);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(QUESTION);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith("200");
        } catch (IOException e) {
            return false;
        }
    }

    private static void print(String what, List<Double> seconds) {
        Collections.sort(seconds);
        System.out.println(String.format(
                Locale.ROOT,
                "%-26s median %.2f s, %.2f to %.2f (%d)",
                what,
                seconds.get(seconds.size() / 2),
                seconds.getFirst(),
                seconds.getLast(),
                seconds.size()));
    }
}
