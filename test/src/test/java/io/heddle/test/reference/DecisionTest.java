package io.heddle.test.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.test.fabrics.BgpSketch;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The order of rule 5.2, one criterion after another. */
class DecisionTest {

    private static final Router SELF = router("self", 65000, "10.0.0.100");

    private static Router router(String name, long asn, String id) {
        return new Router(
                DeviceName.of(name),
                new BgpConfig(new Asn(asn), IpAddress.parse(id), List.of(), List.of(), 64, true),
                Set.of(),
                new TreeMap<>(),
                Map.of());
    }

    private static Candidate from(String port, long peerAs, String peerId, BgpRoute route) {
        Neighbor neighbor = new Neighbor(
                DeviceName.of("peer"),
                Optional.of(PortName.of(port)),
                Optional.empty(),
                new Asn(peerAs),
                BgpSketch.group("g", EnumSet.allOf(AddressFamily.class)));
        Session session = new Session(SELF, router("peer", peerAs, peerId), neighbor, neighbor, Optional.empty());
        return Candidate.learned(route, session);
    }

    private static BgpRoute route(long... path) {
        BgpRoute plain = BgpRoute.originatedBy(DeviceName.of("peer"), Origin.IGP);
        List<Long> reversed = LongStream.of(path).boxed().toList().reversed();
        for (long each : reversed) {
            plain = plain.prepended(new Asn(each), 1);
        }
        return plain;
    }

    private static BgpRoute withMed(BgpRoute route, long med) {
        return route.withMed(OptionalLong.of(med));
    }

    private static void assertBest(Candidate better, Candidate worse) {
        assertThat(Decision.best(List.of(better, worse))).contains(better);
        assertThat(Decision.best(List.of(worse, better))).contains(better);
    }

    @Test
    void ownBeforeLearned() {
        assertBest(
                Candidate.own(BgpRoute.originatedBy(SELF.name(), Origin.INCOMPLETE)),
                from("p1", 65001, "10.0.0.1", route(65001).withLocalPref(500)));
    }

    @Test
    void higherLocalPrefBeforeShorterPath() {
        assertBest(
                from("p2", 65002, "10.0.0.2", route(65002, 65003).withLocalPref(200)),
                from("p1", 65001, "10.0.0.1", route(65001)));
    }

    @Test
    void shorterPathBeforeLowerOrigin() {
        BgpRoute incomplete =
                BgpRoute.originatedBy(DeviceName.of("peer"), Origin.INCOMPLETE).prepended(new Asn(65002), 1);
        assertBest(from("p2", 65002, "10.0.0.2", incomplete), from("p1", 65001, "10.0.0.1", route(65001, 65003)));
    }

    @Test
    void lowerMedOfOneAs() {
        assertBest(
                from("p2", 65001, "10.0.0.2", withMed(route(65001), 5)),
                from("p1", 65001, "10.0.0.1", withMed(route(65001), 6)));
    }

    @Test
    void medOfDifferentAsesIsNotCompared() {
        assertBest(
                from("p1", 65001, "10.0.0.1", withMed(route(65001), 6)),
                from("p2", 65002, "10.0.0.2", withMed(route(65002), 5)));
    }

    @Test
    void externalBeforeInternal() {
        assertBest(from("p2", 65002, "10.0.0.2", route(65002)), from("p1", 65000, "10.0.0.1", route(65001)));
    }

    @Test
    void lowerRouterIdThenLowerPort() {
        assertBest(from("p2", 65001, "10.0.0.9", route(65001)), from("p1", 65002, "10.0.0.10", route(65002)));
        assertBest(from("p1", 65001, "10.0.0.9", route(65001)), from("p2", 65001, "10.0.0.9", route(65001)));
    }

    /** a beats b by MED, b would beat c, c beats a by router id: the MED is settled inside AS 65001 first. */
    @Test
    void medIsDeterministic() {
        Candidate a = from("p1", 65001, "10.0.0.9", withMed(route(65001), 1));
        Candidate b = from("p2", 65001, "10.0.0.1", withMed(route(65001), 2));
        Candidate c = from("p3", 65002, "10.0.0.5", route(65002));
        for (List<Candidate> order : List.of(List.of(a, b, c), List.of(c, b, a), List.of(b, c, a))) {
            assertThat(Decision.best(order)).contains(c);
            assertThat(Decision.multipath(c, order, 64, true)).containsExactly(c, b, a);
            assertThat(Decision.multipath(c, order, 64, false)).containsExactly(c);
            assertThat(Decision.multipath(c, order, 2, true)).containsExactly(c, b);
        }
    }
}
