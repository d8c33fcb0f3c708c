package io.heddle.scenarios.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.drill.Story;
import io.heddle.simulator.timeline.SimTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryRowsTest {

    private static Story.Line line(long millis, String where, String what) {
        SimTime at = SimTime.ofMillis(millis);
        return new Story.Line(at, at, Story.Kind.TABLE, where, what, "a message of spine-1");
    }

    @Test
    void whatDevicesDoAlikeIsOneRow() {
        List<Story.Line> story = List.of(
                line(1, "leaf-1", "4 entries written, 0 removed"),
                line(1, "leaf-2", "4 entries written, 0 removed"),
                line(1, "leaf-3", "5 entries written, 0 removed"));

        assertThat(StoryRows.of(story, 2)).extracting(Story.Line::where).containsExactly("leaf-1 and 1 more", "leaf-3");
    }

    @Test
    void whereRowsAreTooManyThoseAtAboutTheSameTimeAreOneToo() {
        List<Story.Line> story = List.of(
                line(1, "leaf-1", "4 entries written, 0 removed"),
                line(5, "leaf-2", "1500 entries written, 0 removed"),
                line(500, "leaf-3", "4 entries written, 0 removed"));

        assertThat(StoryRows.of(story, 2))
                .satisfiesExactly(
                        both -> {
                            assertThat(both.where()).isEqualTo("leaf-1 and 1 more");
                            assertThat(both.what()).isEqualTo("4 to 1,500 entries written, 0 removed");
                            assertThat(both.from()).isEqualTo(SimTime.ofMillis(1));
                            assertThat(both.until()).isEqualTo(SimTime.ofMillis(5));
                        },
                        later -> assertThat(later).isEqualTo(story.get(2)));
    }

    @Test
    void fewRowsAreLeftAsTheyAre() {
        List<Story.Line> story = List.of(
                line(1, "leaf-1", "4 entries written, 0 removed"), line(5, "leaf-2", "9 entries written, 0 removed"));

        assertThat(StoryRows.of(story, 2)).isEqualTo(story);
    }
}
