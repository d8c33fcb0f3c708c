package io.heddle.controller.daemon.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.State;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.daemon.agents.NodeProbe.Answer;
import io.heddle.controller.log.EventLog;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentWatchTest {

    private static final long MOST = 60_000;
    private static final DeviceName FIRST = DeviceName.of("n0");

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private Answer answer = Answer.SILENT;
    private int asked;
    private State state = State.EMPTY;

    private final AgentWatch watch = new AgentWatch(
            MOST,
            _ -> {
                asked++;
                return answer;
            },
            new EventLog(
                    new PrintStream(text, true, StandardCharsets.UTF_8), false, InstantSource.fixed(Instant.EPOCH)),
            0);

    @BeforeEach
    void threeNodes() {
        Pool pool = new Pool(Prefix.parse("10.64.0.0/16"), 26, List.of());
        List<NodePlace> nodes = IntStream.range(0, 3)
                .mapToObj(each -> new NodePlace(
                        DeviceName.of("n" + each),
                        each,
                        "pods",
                        List.of(pool.block(each)),
                        PodVisibility.ROUTED,
                        PodAnnouncer.CONTROLLER,
                        PodForm.HOSTS,
                        List.of()))
                .toList();
        Controller controller = new Controller(Judge.LENIENT);
        state = controller
                .on(State.EMPTY, new Event.Configured(Layout.of("x", nodes, List.of(), List.of(pool), Limits.DEFAULT)))
                .state();
        for (NodePlace each : nodes) {
            state = controller
                    .on(state, new Event.NodeRegistered(each.name(), ""))
                    .state();
        }
        assertThat(look(0, true)).isEmpty();
    }

    private void othersReport(long now) {
        watch.heard(new Event.NodeRegistered(DeviceName.of("n1"), ""), now);
        watch.heard(new Event.NodeRegistered(DeviceName.of("n2"), ""), now);
    }

    private List<DeviceName> look(long now, boolean listens) {
        return watch.look(state, listens, now);
    }

    @Test
    void aNodeThatIsSilentAndDoesNotAnswerItsLeafsIsDead() {
        othersReport(MOST - 1);

        assertThat(look(MOST - 1, true)).isEmpty();
        assertThat(asked).isZero();
        assertThat(look(MOST, true)).containsExactly(FIRST);
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("agent-silent")
                .contains("its routes go");
    }

    @Test
    void anAgentThatReachesNoControllerLosesNoPod() {
        answer = Answer.LIVES;
        for (long now = 0; now < 10 * MOST; now += 1_000) {
            othersReport(now);
            assertThat(look(now, true)).isEmpty();
        }
        assertThat(asked).as("asked again each time as much time has gone by").isEqualTo(9);
        assertThat(text.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("pods stay");
    }

    @Test
    void whereNoLeafCanBeAskedNobodyIsDead() {
        answer = Answer.UNKNOWN;
        othersReport(MOST);

        assertThat(look(MOST, true)).isEmpty();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aControllerThatIsCutOffFromMostTakesNobodyForDead() {
        watch.heard(new Event.NodeRegistered(DeviceName.of("n1"), ""), MOST);

        assertThat(look(2 * MOST, true)).isEmpty();
        assertThat(asked).isZero();
    }

    @Test
    void whoBecomesLeaderListensForTheWholeTimeFirst() {
        assertThat(look(MOST - 1, false)).isEmpty();
        othersReport(2 * MOST);
        assertThat(look(2 * MOST, true)).isEmpty();
        othersReport(3 * MOST);
        assertThat(look(3 * MOST - 1, true)).isEmpty();
        assertThat(look(3 * MOST, true)).containsExactly(FIRST);
    }
}
