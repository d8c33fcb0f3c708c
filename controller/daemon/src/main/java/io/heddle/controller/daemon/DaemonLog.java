package io.heddle.controller.daemon;

import io.heddle.json.Json;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the daemon tells its operator, one line an event. Used by all threads. */
final class DaemonLog {

    /** Longer values are cut: what a client sent may be in them. */
    private static final int MOST = 2_000;

    private final PrintStream out;
    private final boolean json;
    private final InstantSource clock;

    DaemonLog(PrintStream out, boolean json, InstantSource clock) {
        this.out = out;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes one line.
     *
     * @param event its name, which keeps its meaning
     * @param pairs names and values by turns
     */
    void write(String event, Object... pairs) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("time", Json.text(clock.instant()));
        members.put("event", Json.text(event));
        for (int i = 0; i < pairs.length; i += 2) {
            String value = String.valueOf(pairs[i + 1]);
            members.put(String.valueOf(pairs[i]), Json.text(value.length() > MOST ? value.substring(0, MOST) : value));
        }
        StringBuilder text = new StringBuilder();
        members.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : " ").append(name).append('=').append(value));
        String line = json ? new Json.Members(members).toString() : text.toString();
        synchronized (out) {
            out.println(line);
        }
    }
}
