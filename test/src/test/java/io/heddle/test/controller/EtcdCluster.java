package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Debian's etcd, so many members on loopback, each a process that is ended with the cluster. */
public final class EtcdCluster implements AutoCloseable {

    public static final Path BINARY = Path.of("/usr/bin/etcd");

    private final List<Process> members = new ArrayList<>();
    private final List<URI> endpoints = new ArrayList<>();

    private EtcdCluster() {}

    static EtcdCluster start(Path directory, int size) throws IOException {
        return start(directory, size, List.of());
    }

    /** One member in a namespace, where it listens on loopback. */
    public static EtcdCluster in(String space, Path directory) throws IOException {
        return start(directory, 1, List.of("ip", "netns", "exec", space));
    }

    private static EtcdCluster start(Path directory, int size, List<String> before) throws IOException {
        EtcdCluster cluster = new EtcdCluster();
        List<Integer> ports = free(size * 2);
        List<String> peers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            peers.add("m" + i + "=http://127.0.0.1:" + ports.get(size + i));
        }
        for (int i = 0; i < size; i++) {
            String client = "http://127.0.0.1:" + ports.get(i);
            String peer = "http://127.0.0.1:" + ports.get(size + i);
            Path home = Files.createDirectories(directory.resolve("m" + i));
            List<String> command = new ArrayList<>(before);
            command.addAll(List.of(
                    BINARY.toString(),
                    "--name=m" + i,
                    "--data-dir=" + home.resolve("data"),
                    "--listen-client-urls=" + client,
                    "--advertise-client-urls=" + client,
                    "--listen-peer-urls=" + peer,
                    "--initial-advertise-peer-urls=" + peer,
                    "--initial-cluster=" + String.join(",", peers)));
            cluster.members.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start());
            cluster.endpoints.add(URI.create(client));
        }
        return cluster;
    }

    /** Ports nobody listens on. */
    private static List<Integer> free(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (ServerSocket each : held) {
            each.close();
        }
        return ports;
    }

    public List<URI> endpoints() {
        return endpoints;
    }

    /** Deletes a key. */
    void forget(String key) throws IOException {
        call("/v3/kv/deleterange", "{\"key\":\"" + encoded(key) + "\"}");
    }

    /** How many keys begin with this. */
    int count(String prefix) {
        String end = prefix.substring(0, prefix.length() - 1) + (char) (prefix.charAt(prefix.length() - 1) + 1);
        try {
            String answer = call(
                    "/v3/kv/range",
                    "{\"key\":\"" + encoded(prefix) + "\",\"range_end\":\"" + encoded(end) + "\",\"count_only\":true}");
            int at = answer.indexOf("\"count\":\"");
            return at < 0 ? 0 : Integer.parseInt(answer.substring(at + 9, answer.indexOf('"', at + 9)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String call(String path, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoints.getFirst().resolve(path).toURL().openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Without a word, as by a power cut. */
    void kill(int member) throws InterruptedException {
        members.get(member).destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Polls until it holds. */
    static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        members.forEach(Process::destroyForcibly);
        for (Process each : members) {
            try {
                each.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
