package io.heddle.controller.core;

import static io.heddle.controller.core.Fixtures.address;
import static io.heddle.controller.core.Fixtures.attached;
import static io.heddle.controller.core.Fixtures.detached;
import static io.heddle.controller.core.Fixtures.node;
import static io.heddle.controller.core.Fixtures.partial;
import static io.heddle.controller.core.Fixtures.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyTest {

    private final Controller controller = new Controller(Judge.LENIENT);
    private State state = controller
            .on(
                    Fixtures.configured(controller, Fixtures.layout(PodAnnouncer.CONTROLLER, PodForm.HOSTS)),
                    whole(0, 1, attached(1, "a", 0, address(0, 3))))
            .state();

    private List<String> early(Event... events) {
        List<Step> steps = new ArrayList<>();
        State at = state;
        for (Event each : events) {
            steps.add(controller.on(at, each));
            at = steps.getLast().state();
        }
        return Early.of(state, steps).stream().map(EarlyTest::text).toList();
    }

    private static String text(Difference difference) {
        return difference.device() + " +"
                + difference.announce().stream()
                        .map(each -> each.key().toString())
                        .toList() + " -"
                + difference.withdraw().size();
    }

    @Test
    void aPodOfANodeThatIsKnownIsToldEarly() {
        assertThat(early(partial(0, 2, attached(2, "b", 0, address(0, 4))))).hasSize(2);
    }

    @Test
    void whatGoesAwayStaysUntilThatIsKept() {
        assertThat(early(partial(0, 3, detached(2, "a"), attached(3, "b", 0, address(0, 4)))))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).endsWith("-0"));
        assertThat(early(partial(0, 2, detached(2, "a")))).isEmpty();
    }

    @Test
    void aNodesFirstReportWaitsForWhatItIsGranted() {
        assertThat(early(whole(1, 1, attached(1, "b", 1, address(1, 3))))).isEmpty();
    }

    @Test
    void whatFollowsAGrantInTheSameCommitWaitsToo() {
        Event first = whole(1, 1, attached(1, "b", 1, address(1, 3)));
        Event pod = partial(0, 2, attached(2, "c", 0, address(0, 4)));

        assertThat(early(first, pod)).isEmpty();
        assertThat(early(pod, first)).hasSize(2);
    }

    @Test
    void aNodeThatComesBackOrIsRemovedWaits() {
        state = controller.on(state, new Event.NodeDead(node(0))).state();
        assertThat(early(new Event.NodeAlive(node(0)))).isEmpty();
        assertThat(early(new Event.NodeRemoved(node(0)))).isEmpty();
    }
}
