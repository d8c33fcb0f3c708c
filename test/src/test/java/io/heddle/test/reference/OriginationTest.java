package io.heddle.test.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Origination;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.test.fabrics.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Aggregates, default routes, static routes, exits. */
class OriginationTest {

    /** n1 behind l1, which aggregates; s1 above. */
    private static Sketch aggregating(boolean summaryOnly) {
        Sketch sketch = new Sketch();
        sketch.device("s1").bgp(65000, "10.0.1.1");
        sketch.device("l1")
                .bgp(65101, "10.0.0.1")
                .bgp()
                .originate(new Origination.Aggregate(Prefix.parse("10.9.1.0/24"), summaryOnly));
        sketch.node("n1").bgp(65201, "10.0.2.1").bgp().originate(new Origination.PodHosts());
        sketch.node("n1").pod("10.9.1.3").pod("10.9.2.3");
        sketch.peered("l1", "s1");
        sketch.peered("l1", "n1");
        return sketch;
    }

    @Test
    void anAggregateIsAnnouncedAndDiscarded() {
        Tables tables = Tables.of(aggregating(false).build());
        assertThat(tables.route("l1", "10.9.1.0/24")).isEqualTo("AGGREGATE discard");
        assertThat(tables.route("s1", "10.9.1.0/24")).isEqualTo("BGP_EXTERNAL to-l1");
        assertThat(tables.route("s1", "10.9.1.3/32")).isEqualTo("BGP_EXTERNAL to-l1");
    }

    @Test
    void summaryOnlyHidesWhatIsInside() {
        Tables tables = Tables.of(aggregating(true).build());
        assertThat(tables.route("s1", "10.9.1.0/24")).isEqualTo("BGP_EXTERNAL to-l1");
        assertThat(tables.route("s1", "10.9.1.3/32")).isEqualTo("-");
        assertThat(tables.route("l1", "10.9.1.3/32")).isEqualTo("BGP_EXTERNAL to-n1");
        assertThat(tables.route("s1", "10.9.2.3/32")).isEqualTo("BGP_EXTERNAL to-l1");
    }

    @Test
    void anAggregateOfNothingIsNotThere() {
        Tables tables = Tables.of(aggregating(true).build().under(Outage.of(DeviceName.of("n1"))));
        assertThat(tables.route("l1", "10.9.1.0/24")).isEqualTo("-");
        assertThat(tables.route("s1", "10.9.1.0/24")).isEqualTo("-");
    }

    @Test
    void anAggregateMayStandOnAnotherRoutersAggregate() {
        Sketch sketch = aggregating(true);
        sketch.bgp("s1").originate(new Origination.Aggregate(Prefix.parse("10.8.0.0/15"), true));
        sketch.device("l2").bgp(65102, "10.0.0.2");
        sketch.peered("l2", "s1");
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("s1", "10.8.0.0/15")).isEqualTo("AGGREGATE discard");
        assertThat(tables.route("l2", "10.8.0.0/15")).isEqualTo("BGP_EXTERNAL to-s1");
        assertThat(tables.route("l2", "10.9.1.0/24")).isEqualTo("-");
    }

    @Test
    void anOriginatedDefaultCompetesWithTheExits() {
        Sketch sketch = new Sketch();
        sketch.external("x1", 64600, "192.0.2.1").network("0.0.0.0/0").network("198.51.100.0/24");
        sketch.device("b1").bgp(65103, "10.0.0.3");
        sketch.device("s1").bgp(65000, "10.0.1.1").bgp().originate(new Origination.DefaultRoute(IpFamily.IPV4));
        sketch.device("l1").bgp(65101, "10.0.0.1");
        sketch.peered("x1", "b1");
        sketch.peered("b1", "s1");
        sketch.peered("l1", "s1");
        Tables tables = Tables.of(sketch.build());
        // Both are one AS long: the smaller router id is best, and multipath takes both.
        assertThat(tables.route("b1", "0.0.0.0/0")).isEqualTo("BGP_EXTERNAL to-s1 to-x1");
        // b1 prefers s1's for its smaller router id, and does not send it back.
        assertThat(tables.route("s1", "0.0.0.0/0")).isEqualTo("-");
        assertThat(tables.route("l1", "0.0.0.0/0")).isEqualTo("BGP_EXTERNAL to-s1");
        assertThat(tables.route("l1", "198.51.100.0/24")).isEqualTo("BGP_EXTERNAL to-s1");
    }

    /** The exit announces a default, and so does s1 by itself: s1 sends its own and follows the one it heard. */
    @Test
    void anOriginatedDefaultHidesNoReceivedOne() {
        Sketch sketch = new Sketch();
        sketch.external("x1", 64600, "10.0.0.9").network("0.0.0.0/0");
        sketch.device("s1").bgp(65000, "10.0.1.1").bgp().originate(new Origination.DefaultRoute(IpFamily.IPV4));
        sketch.device("l1").bgp(65101, "10.0.0.1");
        sketch.peered("x1", "s1");
        sketch.peered("l1", "s1");
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("s1", "0.0.0.0/0")).isEqualTo("BGP_EXTERNAL to-x1");
        assertThat(tables.route("l1", "0.0.0.0/0")).isEqualTo("BGP_EXTERNAL to-s1");
    }

    @Test
    void aStaticRouteNeedsTheLinkToItsNode() {
        Sketch sketch = new Sketch();
        sketch.device("s1").bgp(65000, "10.0.1.1");
        sketch.device("l1")
                .bgp(65101, "10.0.0.1")
                .vlan(10, 0, VrfName.DEFAULT, List.of("10.1.1.1/24"), List.of())
                .staticRoute("10.9.1.0/26", "n1", "10.1.1.11")
                .staticRoute("10.9.2.0/26", "n2")
                .staticRoute("10.9.0.0/16", "")
                .bgp()
                .originate(new Origination.Static());
        sketch.attach("n1", "l1", 10);
        sketch.node("n2");
        sketch.routed("l1", "n2");
        sketch.routed("l1", "n2");
        sketch.peered("l1", "s1");
        Tables whole = Tables.of(sketch.build());
        assertThat(whole.route("l1", "10.9.1.0/26")).isEqualTo("STATIC vlan10:10.1.1.11");
        assertThat(whole.route("l1", "10.9.2.0/26")).isEqualTo("STATIC to-n2 to-n2.2");
        assertThat(whole.route("l1", "10.9.0.0/16")).isEqualTo("STATIC discard");
        assertThat(whole.route("s1", "10.9.1.0/26")).isEqualTo("BGP_EXTERNAL to-l1");
        assertThat(whole.route("s1", "10.9.0.0/16")).isEqualTo("-");
        Tables without = Tables.of(sketch.build().under(Outage.of(DeviceName.of("n2"))));
        assertThat(without.route("l1", "10.9.2.0/26")).isEqualTo("-");
        assertThat(without.route("s1", "10.9.2.0/26")).isEqualTo("-");
        // Over a VLAN nobody asks whether the node answers (rule 4.3, as FRR).
        Tables silent = Tables.of(sketch.build().under(Outage.of(DeviceName.of("n1"))));
        assertThat(silent.route("l1", "10.9.1.0/26")).isEqualTo("STATIC vlan10:10.1.1.11");
        assertThat(silent.route("s1", "10.9.1.0/26")).isEqualTo("BGP_EXTERNAL to-l1");
    }

    @Test
    void bothFamiliesTravel() {
        Sketch sketch = new Sketch();
        sketch.device("l1").bgp(65101, "10.0.0.1").loopback("2001:db8::1").bgp().network("2001:db8::1/128");
        sketch.device("l2").bgp(65102, "10.0.0.2");
        sketch.peered("l1", "l2");
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("l1", "2001:db8::1/128")).isEqualTo("LOCAL local");
        assertThat(tables.route("l2", "2001:db8::1/128")).isEqualTo("BGP_EXTERNAL to-l1");
    }
}
