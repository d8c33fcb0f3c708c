package io.heddle.test.outage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A pulse without priority, as the kernel's own workers are, who bring news of carrier also in a run that is otherwise in real time. A
 * process of its own: a thread would hold up the others of its virtual machine whenever it is held up.
 */
final class WorkerPulse implements AutoCloseable {

    /** Says of every beat that came late when it came and how late, in microseconds, until its input ends. */
    private static final String SCRIPT = """
            last=${EPOCHREALTIME/./}
            while true; do
                read -r -t 0.001 x; [ $? -gt 128 ] || break
                now=${EPOCHREALTIME/./}
                [ $((now - last)) -lt 4000 ] || echo $now $((now - last))
                last=$now
            done
            """;

    private final Process process;
    private final List<Pulse.Gap> gaps = new ArrayList<>();

    WorkerPulse() throws IOException {
        process = new ProcessBuilder("chrt", "--other", "0", "bash", "-c", SCRIPT).start();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        Instant now = Instant.now();
        long nanos = System.nanoTime();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line : said.lines().toList()) {
                List<String> words = List.of(line.split(" ", -1));
                Instant came = Instant.EPOCH.plusNanos(1_000 * Long.parseLong(words.getFirst()));
                long to = nanos - Duration.between(came, now).toNanos();
                gaps.add(new Pulse.Gap(to - 1_000 * Long.parseLong(words.getLast()), to));
            }
        }
    }

    /** As {@link Pulse#longest}. */
    long longest(long from, long to) {
        return Pulse.Gap.longest(gaps, from, to);
    }
}
