package io.heddle.test.outage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Outages of real runs, as {@link OutageBench} wrote them. */
final class Recorded {

    private static final int NANOS = 2;
    /** Of the network's pulse, the machine's and the workers'. */
    private static final List<Integer> HELD_UP = List.of(4, 6, 7);

    private Recorded() {}

    /**
     * A run.
     *
     * @param outage the longest loss of any flow, in nanoseconds
     * @param heldUp how long any of the pulses was held up at most, in nanoseconds
     */
    record Run(long outage, long heldUp) {}

    /** Those in the file beside this class, by drill. */
    static Map<String, List<Run>> runs() throws IOException {
        try (InputStream file = Objects.requireNonNull(Recorded.class.getResourceAsStream("outages.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, List<Run>> runs = new LinkedHashMap<>();
            for (String line : reader.lines().toList()) {
                if (!line.startsWith("#")) {
                    List<String> fields = List.of(line.split(",", -1));
                    runs.computeIfAbsent(fields.getFirst(), _ -> new ArrayList<>())
                            .add(new Run(
                                    Long.parseLong(fields.get(NANOS)),
                                    HELD_UP.stream()
                                            .map(fields::get)
                                            .mapToLong(Long::parseLong)
                                            .max()
                                            .orElseThrow()));
                }
            }
            return runs;
        }
    }
}
