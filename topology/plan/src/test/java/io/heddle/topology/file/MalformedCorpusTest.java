package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.yaml.Problem;
import io.heddle.topology.yaml.Problems;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedCorpusTest {

    /** Of the processor, not of the clock: what else the machine does is not the reader's fault. */
    private static final long TWO_SECONDS = 2_000_000_000L;

    static List<Path> files() {
        return MalformedCorpus.files();
    }

    @Test
    void thereAreAtLeastSixty() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theMistakeIsToldWithItsPlace(Path file) throws Exception {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Problems problems = MalformedCorpus.read(file);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        String expected = MalformedCorpus.expected(file);
        assertThat(problems.list().stream().map(Problem::toString))
                .as(problems.toString())
                .anyMatch(each -> each.startsWith(expected));
        assertThat(problems.list()).allMatch(each -> each.line() >= 1 && each.column() >= 1);
        assertThat(took).isLessThan(TWO_SECONDS);
    }
}
