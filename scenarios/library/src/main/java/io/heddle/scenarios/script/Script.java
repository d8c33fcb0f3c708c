package io.heddle.scenarios.script;

import java.util.List;

/**
 * One drill as written.
 *
 * @param why one sentence, or nothing
 * @param absent parts that are not there at the beginning, such as a rack that is to be added
 * @param events in the order of time
 */
public record Script(
        String name, String why, Origin origin, List<Named> absent, List<Event> events, List<Claim> claims) {

    /** A part and where it was named. */
    public record Named(Origin origin, Part part) {}

    public Script {
        absent = List.copyOf(absent);
        events = List.copyOf(events);
        claims = List.copyOf(claims);
    }
}
