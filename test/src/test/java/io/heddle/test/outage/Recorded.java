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
    private static final int FLOWS = 3;
    private static final int WAITED = 4;

    /** All flows between all nodes, which no drill breaks. */
    private static final int ALL_FLOWS = 72;

    /** In longer ones everything stalls once for a moment. */
    private static final long SHORT = 500_000_000;

    /** A wait for the kernel's lock that was a larger part of the outage than this made it. */
    private static final int TENTH = 10;

    private Recorded() {}

    /** The runs of one drill. */
    static final class Runs {
        private final List<Long> outages = new ArrayList<>();
        private int disturbed;

        private void add(List<String> fields) {
            long nanos = Long.parseLong(fields.get(NANOS));
            // Silent failures were measured before waits were: they last for seconds.
            String waited = fields.get(WAITED);
            boolean stalled = nanos < SHORT && Integer.parseInt(fields.get(FLOWS)) == ALL_FLOWS;
            if (stalled || nanos > 0 && !waited.isEmpty() && Long.parseLong(waited) * TENTH > nanos) {
                disturbed++;
            } else {
                outages.add(nanos);
            }
        }

        /** The longest loss of any flow in each run that counts, in nanoseconds, in order of length. */
        long[] outages() {
            return outages.stream().mapToLong(each -> each).sorted().toArray();
        }

        /**
         * How many runs do not count: something else on the machine held the kernel's lock for more than a tenth of the outage, or the
         * machine stood still, so that flows were lost that nothing had happened to.
         */
        int disturbed() {
            return disturbed;
        }
    }

    /** Those in the file beside this class, by drill. */
    static Map<String, Runs> runs() throws IOException {
        try (InputStream file = Objects.requireNonNull(Recorded.class.getResourceAsStream("outages.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Runs> runs = new LinkedHashMap<>();
            for (String line : reader.lines().toList()) {
                if (!line.startsWith("#")) {
                    List<String> fields = List.of(line.split(",", -1));
                    runs.computeIfAbsent(fields.getFirst(), _ -> new Runs()).add(fields);
                }
            }
            return runs;
        }
    }
}
