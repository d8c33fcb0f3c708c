package io.heddle.controller.log;

import io.heddle.json.Json;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes events as lines, as JSON or as text. Used by all threads. */
public final class EventLog {

    /** Longer values are cut: what a client sends may be in them. */
    private static final int MOST = 2_000;

    private final PrintStream out;
    private final boolean json;
    private final InstantSource clock;

    public EventLog(PrintStream out, boolean json, InstantSource clock) {
        this.out = out;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes one line.
     *
     * @param pairs names and values by turns
     */
    public void write(LogEvent event, Object... pairs) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("time", Json.text(clock.instant()));
        members.put("level", Json.text(event.level().name().toLowerCase(Locale.ROOT)));
        members.put("event", Json.text(event));
        for (int i = 0; i < pairs.length; i += 2) {
            String value = String.valueOf(pairs[i + 1]);
            members.put(
                    String.valueOf(pairs[i]),
                    Json.text(value.length() > MOST ? value.substring(0, MOST) + "..." : value));
        }
        String line = json ? new Json.Members(members).toString() : text(members);
        synchronized (out) {
            out.println(line);
        }
    }

    /** What a client sent cannot begin a line of its own. */
    private static String text(Map<String, Json> members) {
        StringBuilder line = new StringBuilder();
        members.forEach((name, value) -> {
            String text = value instanceof Json.Text plain ? plain.value() : value.toString();
            boolean first = name.equals("time") || name.equals("level") || name.equals("event");
            line.append(line.isEmpty() ? "" : " ")
                    .append(first ? "" : name + "=")
                    .append(first ? text : value);
        });
        return line.toString();
    }
}
