package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Commits that came in parts. Single-threaded. */
final class EtcdParts {

    private final String place;
    private final NavigableMap<Long, NavigableMap<Integer, byte[]>> byRevision = new TreeMap<>();

    EtcdParts(String place) {
        this.place = place;
    }

    /** Changes as parts of about so many octets; at least one. */
    static List<byte[]> split(List<Change> changes, int octets) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        while (from < changes.size() || parts.isEmpty()) {
            int to = Math.min(changes.size(), from + octets / 256);
            byte[] part = RecordBytes.write(changes.subList(from, to));
            while (part.length > octets && to - from > 1) {
                to = from + (to - from) / 2;
                part = RecordBytes.write(changes.subList(from, to));
            }
            parts.add(part);
            from = to;
        }
        return parts;
    }

    void add(EtcdKeys.Part part, byte[] value) {
        byRevision.computeIfAbsent(part.revision(), _ -> new TreeMap<>()).put(part.number(), value);
    }

    /** Revisions above one and up to another that have parts, in order. */
    List<Long> revisions(long above, long upTo) {
        return above >= upTo
                ? List.of()
                : List.copyOf(byRevision.subMap(above, false, upTo, true).keySet());
    }

    /** The changes of one revision, which is then forgotten with all before it. */
    List<Change> take(long revision) throws StoreException {
        NavigableMap<Integer, byte[]> parts = byRevision.getOrDefault(revision, new TreeMap<>());
        List<Change> changes = new ArrayList<>();
        int expected = 0;
        for (var each : parts.entrySet()) {
            if (each.getKey() != expected++) {
                throw new StoreException.Corrupt(place, "revision " + revision + " lacks part " + (expected - 1));
            }
            changes.addAll(RecordBytes.changes(each.getValue(), place));
        }
        byRevision.headMap(revision, true).clear();
        return changes;
    }

    int count(long revision) {
        return byRevision.getOrDefault(revision, new TreeMap<>()).size();
    }
}
