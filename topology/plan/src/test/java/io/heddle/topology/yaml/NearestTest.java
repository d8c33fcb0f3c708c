package io.heddle.topology.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KEYS = List.of("name", "attachment", "mlag-pairs", "gpus", "rack", "racks");

    @Test
    void slipsOfTheFingerAreUnderstood() {
        assertThat(Nearest.to("atachment", KEYS)).contains("attachment");
        assertThat(Nearest.to("nmae", KEYS)).contains("name");
        assertThat(Nearest.to("mlag_pairs", KEYS)).contains("mlag-pairs");
        assertThat(Nearest.to("mlagPairs", KEYS)).contains("mlag-pairs");
        assertThat(Nearest.to("GPUs", KEYS)).contains("gpus");
    }

    @Test
    void anExactOrCloserWordWins() {
        assertThat(Nearest.to("racks", KEYS)).contains("racks");
        assertThat(Nearest.to("rackss", KEYS)).contains("racks");
    }

    @Test
    void whatIsFarFromAllIsNotGuessed() {
        assertThat(Nearest.to("switches", KEYS)).isEmpty();
        assertThat(Nearest.to("", KEYS)).isEmpty();
        assertThat(Nearest.to("n".repeat(1000), KEYS)).isEmpty();
    }

    @Test
    void theDistanceCountsInsertionsDeletionsSubstitutionsAndSwaps() {
        assertThat(Nearest.distance("abc", "abc")).isZero();
        assertThat(Nearest.distance("abc", "acb")).isEqualTo(1);
        assertThat(Nearest.distance("abc", "xabc")).isEqualTo(1);
        assertThat(Nearest.distance("abc", "ac")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }
}
