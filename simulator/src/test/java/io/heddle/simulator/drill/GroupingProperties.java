package io.heddle.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GroupingProperties {

    private static final Stepped FABRIC = Stepped.of(4, 2, 3);

    /** Some parts fail, every switch writes when it does, some entries are late or lost, a pod starts. */
    private static Timeline random(Random random) {
        List<Link> links = FABRIC.clos().fabric().links();
        Set<Link> cut = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            cut.add(links.get(random.nextInt(links.size())));
        }
        Set<DeviceName> dead = random.nextInt(4) == 0 ? Set.of(DeviceName.of("s1")) : Set.of();
        List<Moment> moments = new ArrayList<>(FABRIC.failing(new Outage(dead, cut), 1, _ -> 2 + random.nextInt(6)));
        moments.removeIf(_ -> random.nextInt(8) == 0);
        if (random.nextBoolean()) {
            moments.add(new Moment(
                    SimTime.ofMillis(random.nextInt(9)),
                    new Change.PodsCame(List.of(Stepped.pod(1 + random.nextInt(4), 60))),
                    Stepped.CUT));
        }
        if (random.nextBoolean()) {
            moments.addAll(moves(random));
        }
        return FABRIC.with(moments);
    }

    /** A pod moves up to three times; the last time it may have stayed where it was too. */
    private static List<Moment> moves(Random random) {
        List<Moment> moments = new ArrayList<>();
        Endpoint pod = Stepped.pod(1, 1);
        for (int i = 0; i <= random.nextInt(3); i++) {
            Endpoint next = new Endpoint(
                    pod.name(), DeviceName.of("r" + (1 + random.nextInt(4))), pod.mac(), pod.ipv4(), pod.ipv6());
            SimTime at = SimTime.ofMillis(1 + 3L * i);
            if (next.equals(pod)) {
                continue;
            }
            if (random.nextInt(4) > 0) {
                moments.add(new Moment(at, new Change.PodsWent(List.of(pod)), Stepped.CUT));
            }
            moments.add(new Moment(at, new Change.PodsCame(List.of(next)), Stepped.CUT));
            pod = next;
        }
        return moments;
    }

    /** One walk for many pairs, and none where nothing changed, say what a walk for every pair says. */
    @Property(tries = 100)
    void groupsChangeNoAnswer(@ForAll long seed) {
        Timeline timeline = random(new Random(seed));
        DrillVerdict grouped = DrillStudy.of(timeline, _ -> Optional.empty());
        DrillVerdict every = DrillStudy.ofEveryPair(timeline);
        assertThat(grouped.pairs()).isEqualTo(every.pairs());
        assertThat(grouped.pods()).isEqualTo(every.pods());
        assertThat(grouped.podsGone()).isEqualTo(every.podsGone());
        assertThat(grouped.pairsInterrupted()).isEqualTo(every.pairsInterrupted());
        assertThat(grouped.pairsLostForGood()).isEqualTo(every.pairsLostForGood());
        assertThat(grouped.longest()).isEqualTo(every.longest());
        assertThat(grouped.pairSeconds()).isCloseTo(every.pairSeconds(), offset(1e-9));
        assertThat(grouped.width()).isEqualTo(every.width());
    }
}
