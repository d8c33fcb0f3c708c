package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Masquerade;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.drill.TranslationVerdict;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.translation.TranslationStudy;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Translated pairs of pods as drills count them are those found by asking for every pod and every other at every time. */
class TranslatedPairsTest {

    private static final int FABRICS = Boolean.getBoolean("heddle.long") ? 1_000 : 60;

    /** Pairs of pods at one time. */
    private record Plain(long most, long atBeginning, long atEnd) {}

    @Test
    void everyPairIsCountedAtEveryTime() {
        int compared = 0;
        int violated = 0;
        int changed = 0;
        List<String> designs = PlannedFabrics.designs();
        for (int i = 0; compared < FABRICS; i++) {
            String design = designs.get(i % designs.size());
            long seed = 7_000L + i / designs.size();
            if (!(PlannedFabrics.of(design, seed) instanceof Outcome.Made<FabricCase>(FabricCase each))) {
                continue;
            }
            Timeline timeline = timeline(each, new Random(seed), seed);
            TranslationVerdict grouped =
                    DrillStudy.of(timeline, _ -> Optional.empty()).translation();
            Plain plain = plain(timeline);
            assertThat(new Plain(grouped.pairs(), grouped.atBeginning(), grouped.atEnd()))
                    .as(design + ", seed " + seed)
                    .isEqualTo(plain);
            assertThat(grouped.holds()).isEqualTo(plain.most == 0);
            assertThat(new TranslationStudy(timeline.config())
                            .of(each.endpoints(), each.outage())
                            .pairs())
                    .isEqualTo(plain.atBeginning);
            compared++;
            violated += plain.most > 0 ? 1 : 0;
            changed += plain.most != plain.atBeginning || plain.most != plain.atEnd ? 1 : 0;
        }
        assertThat(violated).as("drills in which pods were translated").isGreaterThan(FABRICS / 4);
        assertThat(changed).as("drills in which it was not always as many").isGreaterThan(FABRICS / 10);
    }

    private static Timeline timeline(FabricCase each, Random dice, long seed) {
        List<Schedule.Planned> planned = new ArrayList<>();
        for (NodeEndpoints node : each.endpoints().nodes()) {
            for (int i = 0; i < node.size(); i++) {
                Endpoint pod = node.get(i);
                if (dice.nextInt(3) == 0) {
                    planned.add(at(dice.nextInt(30), new Incident.PodsStop(List.of(pod))));
                    planned.add(at(30 + dice.nextInt(30), new Incident.PodsStart(List.of(pod))));
                }
            }
            if (dice.nextInt(4) == 0 && each.outage().isUp(node.node())) {
                planned.add(at(20 + dice.nextInt(60), new Incident.DeviceDown(node.node(), Notice.CARRIER)));
            }
        }
        planned.sort(Comparator.comparing(Schedule.Planned::at));
        return EventSimulation.run(
                        each.fabric(),
                        masquerading(each, dice),
                        each.endpoints(),
                        each.outage(),
                        new Schedule(planned),
                        Settings.DEFAULT.with(seed))
                .timeline();
    }

    private static Schedule.Planned at(int millis, Incident incident) {
        return new Schedule.Planned(SimTime.ofMillis(millis), incident);
    }

    /** Some nodes masquerade, by one of three rules that except some pods. */
    private static NetworkConfig masquerading(FabricCase fabric, Random dice) {
        List<Masquerade> rules = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rules.add(new Masquerade(
                    i == 0 ? List.of() : some(fabric, dice, 2), some(fabric, dice, 1 + dice.nextInt(3))));
        }
        List<NodeProgram> nodes = fabric.config().nodes().stream()
                .map(each -> each.podVisibility() == PodVisibility.BRIDGED || dice.nextInt(4) == 0
                        ? each
                        : with(each, rules.get(dice.nextInt(rules.size()))))
                .toList();
        return new NetworkConfig(
                fabric.config().switches(), nodes, fabric.config().externalRouters());
    }

    /** Prefixes of many lengths around one of {@code of} pods each. */
    private static List<Prefix> some(FabricCase fabric, Random dice, int of) {
        List<IpAddress> addresses = fabric.endpoints().nodes().stream()
                .flatMap(TranslatedPairsTest::addresses)
                .toList();
        List<Prefix> some = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (dice.nextInt(of + 1) == 0) {
                IpAddress address = addresses.get(i);
                some.add(Prefix.covering(address, address.family().bits() - dice.nextInt(10)));
            }
        }
        return some;
    }

    private static Stream<IpAddress> addresses(NodeEndpoints node) {
        return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                .map(node::get)
                .flatMap(TranslatedPairsTest::addresses);
    }

    private static Stream<IpAddress> addresses(Endpoint pod) {
        return Stream.concat(pod.ipv4().stream(), pod.ipv6().stream());
    }

    private static NodeProgram with(NodeProgram node, Masquerade rule) {
        return new NodeProgram(
                node.name(),
                node.attachment(),
                node.interfaces(),
                node.loopbacks(),
                node.routedPorts(),
                node.blocks(),
                node.podVisibility(),
                node.podNetwork(),
                node.mtu(),
                node.podMtu(),
                node.bgp(),
                Optional.of(rule));
    }

    private static Plain plain(Timeline timeline) {
        Replay replay = new Replay(timeline);
        Forwarding forwarding = new Forwarding(timeline.fabric(), timeline.config(), replay);
        long atBeginning = count(replay, forwarding);
        long most = atBeginning;
        long now = atBeginning;
        for (Optional<Moment> each = replay.next(); each.isPresent(); each = replay.next()) {
            SimTime at = each.get().at();
            if (replay.peek().filter(next -> next.at().equals(at)).isEmpty()) {
                now = count(replay, forwarding);
                most = Math.max(most, now);
            }
        }
        return new Plain(most, atBeginning, now);
    }

    private static long count(Replay replay, Forwarding forwarding) {
        long translated = 0;
        for (NodeEndpoints senders : replay.endpoints().nodes()) {
            for (NodeEndpoints receivers : replay.endpoints().nodes()) {
                if (senders.node().equals(receivers.node())
                        || !replay.outage().isUp(senders.node())
                        || !replay.outage().isUp(receivers.node())) {
                    continue;
                }
                translated += addresses(senders)
                        .flatMap(from -> addresses(receivers).filter(to -> forwarding
                                .masquerade(senders.node(), from, to)
                                .isPresent()))
                        .count();
            }
        }
        return translated;
    }
}
