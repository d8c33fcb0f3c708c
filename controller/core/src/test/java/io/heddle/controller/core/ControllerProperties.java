package io.heddle.controller.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ControllerProperties {

    private static final Layout LAYOUT = Fixtures.layout(PodAnnouncer.CONTROLLER, PodForm.HOSTS);

    /** Events of a node in the order it tells them; a few of them break rules. */
    private static List<Event> life(int node, Random random) {
        List<Event> events = new ArrayList<>();
        Map<String, IpAddress> pods = new TreeMap<>();
        long number = 0;
        for (int i = 0; i < 12; i++) {
            switch (random.nextInt(6)) {
                case 0 -> events.add(new Event.NodeRegistered(Fixtures.node(node), ""));
                case 1 -> events.add(new Event.NodeDead(Fixtures.node(node)));
                case 2 -> {
                    String gone = pods.keySet().stream().findFirst().orElse("none");
                    pods.remove(gone);
                    number++;
                    events.add(Fixtures.partial(node, number, Fixtures.detached(number, gone)));
                }
                case 3 -> {
                    int owner = random.nextInt(4) == 0 ? random.nextInt(Fixtures.NODES) : node;
                    IpAddress address = Fixtures.address(owner, random.nextInt(16));
                    String name = "c" + node + "-" + i;
                    number++;
                    if (owner == node && !pods.containsValue(address)) {
                        pods.put(name, address);
                    }
                    events.add(Fixtures.partial(node, number, Fixtures.attached(number, name, node, address)));
                }
                default -> {
                    long now = ++number;
                    events.add(Fixtures.whole(
                            node,
                            now,
                            pods.entrySet().stream()
                                    .map(each -> Fixtures.attached(now, each.getKey(), node, each.getValue()))
                                    .toArray(AgentEvent[]::new)));
                }
            }
        }
        return events;
    }

    /** The lives of all nodes, mixed; each keeps its own order. */
    private static List<Event> mixed(long lives, long order) {
        List<List<Event>> left = new ArrayList<>();
        for (int i = 0; i < Fixtures.NODES; i++) {
            left.add(new ArrayList<>(life(i, new Random(lives * 31 + i))));
        }
        Random random = new Random(order);
        List<Event> all = new ArrayList<>();
        while (left.stream().anyMatch(each -> !each.isEmpty())) {
            List<Event> from = left.get(random.nextInt(left.size()));
            if (!from.isEmpty()) {
                all.add(from.removeFirst());
            }
        }
        return all;
    }

    private static State run(List<Event> events, List<Step> steps) {
        Controller controller = new Controller(Judge.LENIENT);
        State state = Fixtures.configured(controller, LAYOUT);
        for (Event each : events) {
            Step step = controller.on(state, each);
            steps.add(step);
            state = step.state();
        }
        return state;
    }

    @Property(tries = 200)
    void anyOrderOfWhatNodesTellEndsTheSame(@ForAll long lives, @ForAll long one, @ForAll long other) {
        State first = run(mixed(lives, one), new ArrayList<>());
        State second = run(mixed(lives, other), new ArrayList<>());
        assertThat(second.nodes()).isEqualTo(first.nodes());
        assertThat(second.owners()).isEqualTo(first.owners());
    }

    @Property(tries = 200)
    void aReplayOfWhatIsKeptEqualsTheLiveState(@ForAll long lives, @ForAll long order) {
        List<Step> steps = new ArrayList<>();
        State live = run(mixed(lives, order), steps);
        State replayed = State.EMPTY.with(LAYOUT);
        for (Step step : steps) {
            for (Effect.Persist each :
                    step.effect(Effect.Persist.class).stream().toList()) {
                replayed = replayed.apply(each.changes(), each.revision());
            }
        }
        assertThat(replayed).isEqualTo(live);
    }

    @Property(tries = 200)
    void whatSwitchesWereToldStepByStepIsWhatIsWantedInTheEnd(@ForAll long lives, @ForAll long order) {
        List<Step> steps = new ArrayList<>();
        State end = run(mixed(lives, order), steps);
        Map<DeviceName, Wanted> told = new HashMap<>();
        for (Step step : steps) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Announce(Difference difference)) {
                    told.merge(
                            difference.device(),
                            difference.appliedTo(Wanted.nothing(difference.device())),
                            (held, _) -> difference.appliedTo(held));
                }
            }
        }
        for (DeviceName each : LAYOUT.switches().keys()) {
            assertThat(told.getOrDefault(each, Wanted.nothing(each)).routes())
                    .isEqualTo(end.wanted(each).routes());
        }
    }

    @Property(tries = 200)
    void noAddressIsAtTwoNodesAndNoGrantsOverlap(@ForAll long lives, @ForAll long order) {
        State end = run(mixed(lives, order), new ArrayList<>());
        Map<IpAddress, DeviceName> at = new HashMap<>();
        List<Prefix> granted = new ArrayList<>();
        for (NodeState node : end.nodes().values()) {
            for (IpAddress each : node.addresses().keys()) {
                assertThat(at.put(each, node.name())).as("%s", each).isNull();
                assertThat(end.ownerOf(each)).contains(node.name());
            }
            node.record().grants().forEach(each -> granted.add(each.prefix()));
        }
        Collections.sort(granted);
        for (int i = 1; i < granted.size(); i++) {
            assertThat(granted.get(i - 1).overlaps(granted.get(i))).isFalse();
        }
    }

    @Property(tries = 100)
    void aReplicaThatFollowsWantsTheSameAtTheSameRevision(@ForAll long lives, @ForAll long order) {
        List<Step> steps = new ArrayList<>();
        run(mixed(lives, order), steps);
        Controller controller = new Controller(Judge.LENIENT);
        State replica = Fixtures.configured(controller, LAYOUT);
        for (Step step : steps) {
            for (Effect.Persist each :
                    step.effect(Effect.Persist.class).stream().toList()) {
                Step followed = controller.follow(replica, each.changes(), each.revision());
                replica = followed.state();
                assertThat(followed.effects())
                        .containsExactlyElementsOf(step.effects().stream()
                                .filter(Effect.Announce.class::isInstance)
                                .toList());
            }
        }
    }
}
