package io.heddle.controller.core;

import static io.heddle.controller.core.Fixtures.address;
import static io.heddle.controller.core.Fixtures.attached;
import static io.heddle.controller.core.Fixtures.detached;
import static io.heddle.controller.core.Fixtures.device;
import static io.heddle.controller.core.Fixtures.node;
import static io.heddle.controller.core.Fixtures.partial;
import static io.heddle.controller.core.Fixtures.whole;
import static io.heddle.controller.core.Grant.Kind.EXTRA;
import static io.heddle.controller.core.Grant.Kind.PLANNED;
import static io.heddle.controller.core.Grant.Kind.SINGLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.Effect.Refusal;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ControllerTest {

    private final Controller controller = new Controller(Judge.LENIENT);
    private State state = Fixtures.configured(controller, Fixtures.layout(PodAnnouncer.CONTROLLER, PodForm.HOSTS));

    private Step on(Event event) {
        Step step = controller.on(state, event);
        state = step.state();
        return step;
    }

    @Test
    void aNodeIsGivenTheBlockOfThePlan() {
        Step step = on(new Event.NodeRegistered(node(2), "n2"));
        assertThat(step.effect(Effect.ReplyToAgent.class)
                        .orElseThrow()
                        .reply()
                        .grants()
                        .getFirst()
                        .blocks())
                .containsExactly(Prefix.parse("10.244.0.32/28"));
    }

    @Test
    void aPodIsAnnouncedToTheLeafsOfItsNodeAndToNobodyElse() {
        Step step = on(whole(0, 1, attached(1, "a", 0, address(0, 3))));
        assertThat(announced(step)).containsExactly("l0 +10.244.0.3/32 10.1.0.10", "l1 +10.244.0.3/32 10.1.1.10");
        assertThat(state.wanted(device("l0")).routes()).hasSize(1);
        assertThat(state.wanted(device("l2")).routes()).isEmpty();
    }

    @Test
    void aDetachedPodIsWithdrawn() {
        on(whole(0, 1, attached(1, "a", 0, address(0, 3))));
        assertThat(announced(on(partial(0, 2, detached(2, "a")))))
                .containsExactly("l0 -10.244.0.3/32", "l1 -10.244.0.3/32");
    }

    @Test
    void everythingAPersistSaysComesBeforeWhatFollowsFromIt() {
        Step step = on(whole(0, 1, attached(1, "a", 0, address(0, 3))));
        assertThat(step.effects().getFirst()).isInstanceOf(Effect.Persist.class);
        assertThat(step.effects().getLast()).isInstanceOf(Effect.ReplyToAgent.class);
    }

    @Test
    void aReportThatAddsToNothingIsAnsweredWithLessThanItTold() {
        Step step = on(partial(0, 7, attached(7, "a", 0, address(0, 3))));
        assertThat(step.effect(Effect.ReplyToAgent.class).orElseThrow().reply().acknowledged())
                .isLessThan(7);
        assertThat(state.pods()).isZero();
    }

    @Test
    void aRepeatedReportChangesNothing() {
        Event report = whole(0, 1, attached(1, "a", 0, address(0, 3)));
        on(report);
        long revision = state.revision();
        assertThat(on(report).effect(Effect.Persist.class)).isEmpty();
        assertThat(state.revision()).isEqualTo(revision);
    }

    @Test
    void aNodeSpeaksForItsOwnAddressesAlone() {
        on(new Event.NodeRegistered(node(1), ""));
        Step step = on(whole(0, 1, attached(1, "a", 0, address(1, 3)), attached(1, "b", 0, address(0, 4))));
        assertThat(step.effect(Effect.Refused.class).orElseThrow())
                .satisfies(each -> assertThat(each.refusal()).isEqualTo(Refusal.NOT_YOURS))
                .satisfies(each -> assertThat(each.reason()).contains("10.244.0.19", "granted to n1"));
        assertThat(announced(step)).allMatch(each -> each.contains("10.244.0.4/32"));
    }

    @Test
    void anotherIdentityIsRefused() {
        on(new Event.NodeRegistered(node(1), "CN=n1"));
        assertThat(on(new Event.NodeRegistered(node(1), "CN=n2"))
                        .effect(Effect.Refused.class)
                        .orElseThrow()
                        .refusal())
                .isEqualTo(Refusal.NOT_YOURS);
    }

    @Test
    void aNodeThatRunsLowIsGivenTheBlockOfItsPlace() {
        Step step = on(full());
        assertThat(step.effect(Effect.ReplyToAgent.class)
                        .orElseThrow()
                        .reply()
                        .grants()
                        .getFirst()
                        .blocks())
                .containsExactly(Prefix.parse("10.244.0.0/28"), Prefix.parse("10.244.0.64/28"));
    }

    @Test
    void aNodeWithRoomIsGivenNothingMore() {
        on(new Event.NodeRegistered(node(0), ""));
        Step step = on(new Event.BlockWanted(node(0), IpFamily.IPV4));
        assertThat(step.effect(Effect.Persist.class)).isEmpty();
        assertThat(step.reason()).isEqualTo("n0 has 16 free addresses");
    }

    @Test
    void afterTheLastBlockANodeIsGivenSingleAddressesAndThenNothing() {
        for (int i = 0; i < 6; i++) {
            assertThat(on(full()).effect(Effect.Refused.class)).isEmpty();
        }
        assertThat(state.nodes().get(node(0)).orElseThrow().record().grants().stream()
                        .map(Grant::kind))
                .containsExactly(PLANNED, EXTRA, EXTRA, SINGLE, SINGLE, SINGLE, SINGLE);
        assertThat(on(full()).effect(Effect.Refused.class).orElseThrow().reason())
                .isEqualTo("n0 has 3 blocks of IPv4, all it may have, and 4 single addresses");
    }

    @Test
    void aDeadNodesPodsAreWithdrawnAndKept() {
        on(whole(0, 1, attached(1, "a", 0, address(0, 3))));
        assertThat(announced(on(new Event.NodeDead(node(0)))))
                .containsExactly("l0 -10.244.0.3/32", "l1 -10.244.0.3/32");
        assertThat(state.pods()).isOne();
        assertThat(announced(on(new Event.NodeAlive(node(0))))).hasSize(2);
    }

    @Test
    void aRemovedNodesBlocksAreFree() {
        on(new Event.NodeRegistered(node(0), ""));
        on(new Event.NodeRemoved(node(0)));
        assertThat(state.owners().isEmpty()).isTrue();
        assertThat(state.nodes().isEmpty()).isTrue();
    }

    @Test
    void blocksThatTheLeafsConfigurationHasAreNotAnnouncedTwice() {
        state = Fixtures.configured(controller, Fixtures.layout(PodAnnouncer.LEAF, PodForm.BLOCKS));
        assertThat(announced(on(full())))
                .containsExactly("l0 +10.244.0.64/28 10.1.0.10", "l1 +10.244.0.64/28 10.1.1.10");
    }

    @Test
    void aNodeThatAnnouncesForItselfIsLeftToIt() {
        state = Fixtures.configured(controller, Fixtures.layout(PodAnnouncer.NODE, PodForm.HOSTS));
        assertThat(announced(on(full()))).isEmpty();
    }

    /** Node 0 uses all but one address of what it has. */
    private Event full() {
        List<Prefix> blocks = state.nodes()
                .get(node(0))
                .map(each -> each.record().grants().stream().map(Grant::prefix).toList())
                .orElse(List.of(Fixtures.POOL.block(0)));
        List<AgentEvent> events = new ArrayList<>();
        for (Prefix each : blocks) {
            for (long i = 0; i < each.size(); i++) {
                events.add(attached(1, each + "-" + i, 0, each.address().plus(i)));
            }
        }
        return whole(0, 16, events.toArray(AgentEvent[]::new));
    }

    static List<String> announced(Step step) {
        return step.effects().stream()
                .filter(Effect.Announce.class::isInstance)
                .map(each -> ((Effect.Announce) each).difference())
                .flatMap(each -> Stream.concat(
                        each.announce().stream()
                                .map(route -> each.device() + " +" + route.key() + " " + route.nextHop()),
                        each.withdraw().stream().map(key -> each.device() + " -" + key)))
                .toList();
    }
}
