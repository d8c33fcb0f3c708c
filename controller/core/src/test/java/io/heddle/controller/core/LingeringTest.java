package io.heddle.controller.core;

import static io.heddle.controller.core.Fixtures.address;
import static io.heddle.controller.core.Fixtures.attached;
import static io.heddle.controller.core.Fixtures.detached;
import static io.heddle.controller.core.Fixtures.node;
import static io.heddle.controller.core.Fixtures.partial;
import static io.heddle.controller.core.Fixtures.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LingeringTest {

    private static final long NOW = 7_000;

    private final Controller controller = new Controller(Judge.LENIENT);
    private final Lingering lingering = new Lingering();
    private State state = controller
            .on(
                    Fixtures.configured(controller, Fixtures.layout(PodAnnouncer.CONTROLLER, PodForm.HOSTS)),
                    whole(0, 1, attached(1, "a", 0, address(0, 3))))
            .state();

    /** Pod b of the first node was told and not kept, and the store was read again. */
    @BeforeEach
    void aWriteFails() {
        failed(partial(0, 2, attached(2, "b", 0, address(0, 4))));
        state = state.askingWhole();
        lingering.begin(state, NOW);
    }

    private void failed(Event... events) {
        List<Step> steps = new ArrayList<>();
        State at = state;
        for (Event each : events) {
            steps.add(controller.on(at, each));
            at = steps.getLast().state();
        }
        lingering.failed(state, steps);
    }

    private void kept(Event event) {
        state = controller.on(state, event).state();
        lingering.settle(state);
    }

    private void heard(Event.AgentReported event) {
        lingering.heard(state, event.report(), event.identity());
    }

    private List<String> lingers() {
        return lingering.routes(state).entrySet().stream()
                .map(each -> each.getKey() + " "
                        + each.getValue().stream().map(route -> route.key()).toList())
                .toList();
    }

    private static List<String> routesTo(int offset) {
        return List.of("l0 [" + address(0, offset) + "/32]", "l1 [" + address(0, offset) + "/32]");
    }

    @Test
    void aPodStaysToldForAsLongAsItsAgentMayTakeToReportAgain() {
        lingering.expire(NOW + Lingering.GRACE_NANOS - 1);
        assertThat(lingers()).isEqualTo(routesTo(4));
        lingering.expire(NOW + Lingering.GRACE_NANOS);
        assertThat(lingers()).isEmpty();
        assertThat(lingering.isEmpty()).isTrue();
    }

    @Test
    void theTimeDoesNotBeginBeforeTheStoreIsReadAndDoesNotBeginAnew() {
        failed(whole(0, 3, attached(3, "a", 0, address(0, 3)), attached(3, "c", 0, address(0, 5))));
        lingering.expire(NOW + Lingering.GRACE_NANOS);
        assertThat(lingers()).isEqualTo(routesTo(5));

        lingering.begin(state, NOW + 1);
        lingering.begin(state, NOW + 2);
        lingering.expire(NOW + 1 + Lingering.GRACE_NANOS);
        assertThat(lingers()).isEmpty();
    }

    @Test
    void whoIsGoneByItsAgentIsTakenBackWhetherThatIsKeptOrNot() {
        heard(partial(0, 3, attached(2, "b", 0, address(0, 4)), detached(3, "x")));
        assertThat(lingers()).hasSize(2);
        heard(partial(0, 3, attached(2, "b", 0, address(0, 4)), detached(3, "b")));
        assertThat(lingers()).isEmpty();
    }

    @Test
    void whoIsNotInAWholeReportIsGone() {
        heard(whole(0, 3, attached(3, "a", 0, address(0, 3)), attached(3, "b", 0, address(0, 4))));
        assertThat(lingers()).hasSize(2);
        heard(whole(0, 3, attached(3, "a", 0, address(0, 3))));
        assertThat(lingers()).isEmpty();
    }

    @Test
    void nobodyElseMaySayThatItIsGone() {
        heard(partial(1, 3, detached(3, "b")));
        assertThat(lingers()).hasSize(2);
        kept(new Event.NodeRegistered(node(0), "CN=n0"));
        Event.AgentReported gone = partial(0, 3, detached(3, "b"));
        lingering.heard(state, gone.report(), "CN=n1");
        assertThat(lingers()).hasSize(2);
        lingering.heard(state, gone.report(), "CN=n0");
        assertThat(lingers()).isEmpty();
    }

    @Test
    void whatIsKeptAtLastLingersNoMoreEvenWhenItGoes() {
        kept(whole(0, 2, attached(2, "a", 0, address(0, 3)), attached(2, "b", 0, address(0, 4))));
        assertThat(lingering.isEmpty()).isTrue();
    }

    /** As a replica learns it that is no leader any more. */
    @Test
    void aNodeThatHasReportedToAnotherControllerSinceIsWhatTheStoreSays() {
        kept(whole(0, 3, attached(3, "a", 0, address(0, 3))));
        assertThat(lingering.isEmpty()).isTrue();
    }

    @Test
    void anAddressThatSomebodyElseHasIsNotToldTwice() {
        kept(new Event.EndpointAttached(
                new AttachmentKey("other", "eth0"),
                Pod.of(attached(0, "other", 0, address(0, 4)).endpoint(), "pods", 0)));
        assertThat(state.nodes().get(node(0)).orElseThrow().pods().size()).isEqualTo(2);
        assertThat(lingering.isEmpty()).isTrue();
    }

    @Test
    void anAddressThatIsNotItsNodesAnyMoreIsTakenBack() {
        kept(new Event.NodeRemoved(node(0)));
        assertThat(lingering.isEmpty()).isTrue();
    }

    @Test
    void aDeadNodesPodIsToldNobody() {
        kept(new Event.NodeDead(node(0)));
        assertThat(lingers()).isEmpty();
    }

    @Test
    void onlyWhatAgentsTellAgainLingers() {
        lingering.expire(NOW + Lingering.GRACE_NANOS);
        failed(new Event.EndpointAttached(
                new AttachmentKey("other", "eth0"),
                Pod.of(attached(0, "other", 0, address(0, 6)).endpoint(), "pods", 0)));
        assertThat(lingering.isEmpty()).isTrue();
    }

    @Test
    void aPodThatCameAndWentInWhatFailedIsNotTold() {
        lingering.expire(NOW + Lingering.GRACE_NANOS);
        kept(whole(0, 1, attached(1, "a", 0, address(0, 3))));
        failed(partial(0, 2, attached(2, "c", 0, address(0, 5))), partial(0, 3, detached(3, "c")));
        assertThat(lingering.isEmpty()).isTrue();
    }
}
