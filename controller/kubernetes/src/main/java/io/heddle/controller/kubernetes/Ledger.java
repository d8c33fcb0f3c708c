package io.heddle.controller.kubernetes;

import io.heddle.controller.core.Event;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was told of a kind, so that only changes are told: an API server sends an object anew whenever anything of it changes, and a whole
 * list after every interruption. Single-threaded.
 */
final class Ledger {

    private final String kind;
    private final ClusterListener listener;
    private final Map<String, Reading.Told> told = new TreeMap<>();
    private final Map<String, String> malformed = new TreeMap<>();

    Ledger(String kind, ClusterListener listener) {
        this.kind = kind;
        this.listener = listener;
    }

    /** How many objects are told. */
    int size() {
        return told.size();
    }

    void seen(String name, Reading reading) {
        switch (reading) {
            case Reading.Told next -> {
                malformed.remove(name);
                Reading.Told before = told.put(name, next);
                if (before == null || !before.event().equals(next.event())) {
                    listener.happened(next.event());
                }
            }
            case Reading.Nothing _ -> gone(name);
            case Reading.Malformed(String reason) -> {
                // What was told of it before stays: nobody knows better.
                if (!reason.equals(malformed.put(name, reason))) {
                    listener.malformed(kind + " " + name, reason);
                }
            }
        }
    }

    void gone(String name) {
        malformed.remove(name);
        Reading.Told before = told.remove(name);
        if (before != null) {
            Event end = before.gone();
            listener.happened(end);
        }
    }

    /** A whole list was read: what is not in it is gone. */
    void only(Set<String> names) {
        Set<String> missing = new HashSet<>(told.keySet());
        missing.addAll(malformed.keySet());
        missing.removeAll(names);
        missing.stream().sorted().forEach(this::gone);
    }
}
