package io.heddle.controller.store.etcd;

import io.heddle.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that are needed of etcd. Thread-safe. */
public final class Etcd {

    private final Gateway gateway;

    public Etcd(Gateway gateway) {
        this.gateway = gateway;
    }

    /** One key, read through the cluster's agreement. */
    public Optional<KeyValue> get(String key) throws EtcdException {
        return get(key, 0);
    }

    /** One key as it was at a revision of the cluster; 0 for now. */
    public Optional<KeyValue> get(String key, long revision) throws EtcdException {
        return range(Map.of("key", encoded(key), "revision", Long.toString(revision))).keys().stream()
                .findFirst();
    }

    /** Forgets what keys were before a revision of the cluster. */
    public void compact(long revision) throws EtcdException {
        gateway.call("/v3/kv/compaction", members(Map.of("revision", Long.toString(revision))));
    }

    /**
     * Keys that begin with {@code prefix}, from {@code from} on, in their order.
     *
     * @param revision of the cluster to read at; 0 for now
     */
    public Range range(String prefix, String from, long revision, int limit) throws EtcdException {
        return range(Map.of(
                "key", encoded(from),
                "range_end", end(prefix),
                "revision", Long.toString(revision),
                "limit", Integer.toString(limit)));
    }

    private Range range(Map<String, String> fields) throws EtcdException {
        Json.Members answer = gateway.call("/v3/kv/range", members(fields));
        List<KeyValue> keys = new ArrayList<>();
        if (answer.get("kvs").orElse(Json.items(List.of())) instanceof Json.Items items) {
            for (Json each : items.items()) {
                keys.add(keyValue((Json.Members) each));
            }
        }
        return new Range(
                revision(answer),
                keys,
                answer.get("more").filter(new Json.Bool(true)::equals).isPresent());
    }

    /** The revision of the cluster at which the operations happened; empty if a comparison did not hold. */
    public Optional<Long> commit(Txn txn) throws EtcdException {
        Json.Members answer = gateway.call("/v3/kv/txn", txn.json());
        return answer.get("succeeded").filter(new Json.Bool(true)::equals).isPresent()
                ? Optional.of(revision(answer))
                : Optional.empty();
    }

    /** A lease's id. */
    public long grant(int seconds) throws EtcdException {
        return number(gateway.call("/v3/lease/grant", members(Map.of("TTL", Integer.toString(seconds)))), "ID");
    }

    /** Whether the lease still lives, for its whole time again. */
    public boolean keepAlive(long lease) throws EtcdException {
        Json.Members answer = gateway.call("/v3/lease/keepalive", members(Map.of("ID", Long.toString(lease))));
        return answer.get("result")
                .filter(each -> each instanceof Json.Members result && number(result, "TTL") > 0)
                .isPresent();
    }

    public void revoke(long lease) throws EtcdException {
        gateway.call("/v3/lease/revoke", members(Map.of("ID", Long.toString(lease))));
    }

    /** Everything that happens to keys with this prefix, from a revision of the cluster on. */
    public Watching watch(String prefix, long revision) throws EtcdException {
        Json.Members create = members(
                Map.of("key", encoded(prefix), "range_end", end(prefix), "start_revision", Long.toString(revision)));
        return new Watching(gateway.stream("/v3/watch", Json.Members.EMPTY.with("create_request", create)));
    }

    /** The next call asks another member. */
    public void turn() {
        gateway.turn();
    }

    static KeyValue keyValue(Json.Members kv) {
        return new KeyValue(
                new String(octets(kv, "key"), StandardCharsets.UTF_8),
                octets(kv, "value"),
                number(kv, "create_revision"),
                number(kv, "mod_revision"));
    }

    private static byte[] octets(Json.Members members, String name) {
        return members.get(name)
                .map(each -> Base64.getDecoder().decode(((Json.Text) each).value()))
                .orElse(new byte[0]);
    }

    static long revision(Json.Members answer) {
        return answer.get("header")
                .map(each -> number((Json.Members) each, "revision"))
                .orElse(0L);
    }

    /** Zero where the gateway leaves a zero out. */
    static long number(Json.Members members, String name) {
        return members.get(name)
                .map(each -> each instanceof Json.Text text ? Long.parseLong(text.value()) : 0)
                .orElse(0L);
    }

    static String encoded(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The first key behind all that begin with {@code prefix}. */
    static String end(String prefix) {
        byte[] octets = prefix.getBytes(StandardCharsets.UTF_8);
        octets[octets.length - 1]++;
        return Base64.getEncoder().encodeToString(octets);
    }

    static Json.Members members(Map<String, String> fields) {
        Map<String, Json> members = new LinkedHashMap<>();
        fields.forEach((name, value) -> members.put(name, Json.text(value)));
        return new Json.Members(members);
    }
}
