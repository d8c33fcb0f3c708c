package io.heddle.controller.store.etcd;

import io.heddle.json.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comparisons, and what is done if all of them hold. Single-threaded. */
public final class Txn {

    private final List<Json> compare = new ArrayList<>();
    private final List<Json> success = new ArrayList<>();

    /** The key was made at this revision of the cluster; 0: there is no such key. */
    public Txn ifCreated(String key, long revision) {
        compare.add(Etcd.members(fields(
                "key",
                Etcd.encoded(key),
                "target",
                "CREATE",
                "result",
                "EQUAL",
                "create_revision",
                Long.toString(revision))));
        return this;
    }

    /** The key was last written at this revision of the cluster; 0: there is no such key. */
    public Txn ifModified(String key, long revision) {
        compare.add(Etcd.members(fields(
                "key",
                Etcd.encoded(key),
                "target",
                "MOD",
                "result",
                "EQUAL",
                "mod_revision",
                Long.toString(revision))));
        return this;
    }

    /** Sets a key; it goes with the lease, which is 0 for none. */
    public Txn put(String key, byte[] value, long lease) {
        success.add(Json.Members.EMPTY.with(
                "request_put",
                Etcd.members(fields(
                        "key", Etcd.encoded(key),
                        "value", Base64.getEncoder().encodeToString(value),
                        "lease", Long.toString(lease)))));
        return this;
    }

    /** Deletes the keys from one to another, that one apart. */
    public Txn delete(String from, String to) {
        success.add(Json.Members.EMPTY.with(
                "request_delete_range",
                Etcd.members(fields("key", Etcd.encoded(from), "range_end", Etcd.encoded(to)))));
        return this;
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    Json.Members json() {
        return Json.Members.EMPTY.with("compare", Json.items(compare)).with("success", Json.items(success));
    }
}
