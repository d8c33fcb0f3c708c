package io.heddle.controller.store.etcd;

import io.heddle.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A watch that goes on until it is closed or breaks. */
public final class Watching implements AutoCloseable {

    /** A key was set, or deleted. */
    public record Happened(KeyValue key, boolean deleted) {}

    private final InputStream in;
    private final BufferedReader lines;

    Watching(InputStream in) {
        this.in = in;
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * Waits for what happens next, in the cluster's order.
     *
     * @return empty when what it asks for is no longer kept by etcd
     * @throws IOException when the member is gone
     */
    public Optional<List<Happened>> next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new EtcdException("the watch ended");
        }
        Json.Members answer = Gateway.members(line.getBytes(StandardCharsets.UTF_8));
        Json result = answer.get("result").orElseThrow(() -> new EtcdException(Gateway.error(answer)));
        if (!(result instanceof Json.Members members)) {
            throw new EtcdException("a watch of " + result.kind());
        }
        if (Etcd.number(members, "compact_revision") > 0
                || members.get("canceled").filter(new Json.Bool(true)::equals).isPresent()) {
            return Optional.empty();
        }
        List<Happened> events = new ArrayList<>();
        if (members.get("events").orElse(Json.items(List.of())) instanceof Json.Items items) {
            for (Json each : items.items()) {
                Json.Members event = (Json.Members) each;
                boolean deleted =
                        event.get("type").filter(Json.text("DELETE")::equals).isPresent();
                event.get("kv").ifPresent(kv -> events.add(new Happened(Etcd.keyValue((Json.Members) kv), deleted)));
            }
        }
        return Optional.of(events);
    }

    @Override
    public void close() {
        try {
            // Not the reader: its lock is held by who waits for a line, who is to be woken by this.
            in.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
