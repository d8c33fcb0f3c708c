package io.heddle.cni.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.step.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final int WRITERS = 8;
    private static final int EVENTS = 40;

    @TempDir
    private Path directory;

    @Test
    void manyWhoWriteAtOnceAreAllOnDiskWhenTheyAreTold() throws Exception {
        AtomicInteger forced = new AtomicInteger();
        Steps counted = step -> {
            if (step.equals("journal forced to disk")) {
                forced.incrementAndGet();
            }
        };
        try (Journal journal = Journal.open(directory, counted, _ -> {});
                ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                all.add(writers.submit(() -> {
                    for (int j = 0; j < EVENTS; j++) {
                        long number = append(journal, writer + "-" + j);
                        journal.force(number);
                        assertThat(journal.forced()).isGreaterThanOrEqualTo(number);
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            assertThat(journal.forced()).isEqualTo(WRITERS * EVENTS);
            assertThat(forced.get()).isBetween(EVENTS, WRITERS * EVENTS);
        }
        List<LedgerEvent> read = new ArrayList<>();
        Journal.open(directory, Steps.UNHEARD, read::add).close();
        assertThat(read).hasSize(WRITERS * EVENTS).doesNotHaveDuplicates();
    }

    /** Under the caller's lock, as the contract has it. */
    private static long append(Journal journal, String container) throws Exception {
        synchronized (journal) {
            return journal.append(new LedgerEvent.Released(new AttachmentKey(container, "eth0"), 0));
        }
    }
}
