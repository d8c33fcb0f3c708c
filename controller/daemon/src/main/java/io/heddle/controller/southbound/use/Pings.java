package io.heddle.controller.southbound.use;

import io.heddle.model.net.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Echo requests that a switch sends. */
public final class Pings {

    /** What ping ends with when it got no answer; anything else but 0 is trouble of its own. */
    private static final int NO_ANSWER = 1;

    private final Program program;

    public Pings(Duration patience) {
        program = new Program(patience);
    }

    /** Whether one of three is answered. */
    public boolean areAnswered(TableSource.Kernel from, IpAddress address) throws ReadFailed {
        List<String> words = new ArrayList<>(from.words());
        words.addAll(List.of("ping", "-q", "-c", "3", "-i", "0.3", "-W", "1", address.toString()));
        return program.code(words, NO_ANSWER) == 0;
    }
}
