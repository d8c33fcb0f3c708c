package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

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
                line(1, "leaf-1", "entries written: 4, removed: 0"),
                line(1, "leaf-2", "entries written: 4, removed: 0"),
                line(1, "leaf-3", "entries written: 5, removed: 0"));

        assertThat(StoryRows.of(story, 2)).extracting(Story.Line::where).containsExactly("leaf-1 and 1 more", "leaf-3");
    }

    @Test
    void whereRowsAreTooManyThoseAtAboutTheSameTimeAreOneToo() {
        List<Story.Line> story = List.of(
                line(1, "leaf-1", "entries written: 4, removed: 0"),
                line(5, "leaf-2", "entries written: 1500, removed: 0"),
                line(500, "leaf-3", "entries written: 4, removed: 0"));

        assertThat(StoryRows.of(story, 2))
                .satisfiesExactly(
                        both -> {
                            assertThat(both.where()).isEqualTo("leaf-1 and 1 more");
                            assertThat(both.what()).isEqualTo("entries written: 4 to 1,500, removed: 0");
                            assertThat(both.from()).isEqualTo(SimTime.ofMillis(1));
                            assertThat(both.until()).isEqualTo(SimTime.ofMillis(5));
                        },
                        later -> assertThat(later).isEqualTo(story.get(2)));
    }

    @Test
    void fewRowsAreLeftAsTheyAre() {
        List<Story.Line> story = List.of(
                line(1, "leaf-1", "entries written: 4, removed: 0"),
                line(5, "leaf-2", "entries written: 9, removed: 0"));

        assertThat(StoryRows.of(story, 2)).isEqualTo(story);
    }

    @Test
    void devicesThatLoseAPortOfTheirOwnAlikeAreOneRow() {
        SimTime at = SimTime.ofMillis(10);
        List<Story.Line> story = List.of("node-1", "node-2").stream()
                .map(node -> new Story.Line(
                        at,
                        at,
                        Story.Kind.PORT,
                        node,
                        "stops using nic0p1",
                        node + ":nic0p1 lost its carrier: leaf-1 dies"))
                .toList();

        assertThat(StoryRows.of(story, 2)).singleElement().satisfies(row -> {
            assertThat(row.where()).isEqualTo("node-1 and 1 more");
            assertThat(row.why()).isEqualTo("its nic0p1 lost its carrier: leaf-1 dies");
        });
    }

    @Test
    void devicesThatLoseAPortForDifferentReasonsAreNot() {
        SimTime at = SimTime.ofMillis(10);
        List<Story.Line> story = List.of(
                new Story.Line(
                        at,
                        at,
                        Story.Kind.PORT,
                        "node-1",
                        "stops using nic0p1",
                        "node-1:nic0p1 lost its carrier: leaf-1 dies"),
                new Story.Line(
                        at,
                        at,
                        Story.Kind.PORT,
                        "node-2",
                        "stops using nic0p1",
                        "node-2:nic0p1 lost its carrier: leaf-2 dies"));

        assertThat(StoryRows.of(story, 2)).isEqualTo(story);
    }
}
