package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.SwitchConfig;
import io.heddle.topology.RandomSpecs;
import io.heddle.topology.Specs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A rack added at the end: what the others are told stays the same, to the letter. */
class GrowthProperties {

    @Provide
    Arbitrary<Specs> routed() {
        return RandomSpecs.routed().filter(each -> each.groups() == 1);
    }

    @Provide
    Arbitrary<Specs> bridged() {
        return RandomSpecs.bridged().filter(each -> each.groups() == 1);
    }

    @Provide
    Arbitrary<String> routing() {
        return Arbitraries.of(
                "calico-as-per-rack",
                "calico-as-per-server",
                "calico-downward-default",
                "node-blocks",
                "rack-aggregates");
    }

    @Provide
    Arbitrary<String> overlays() {
        return Arbitraries.of("evpn-l2", "evpn-symmetric");
    }

    @Property(tries = 40)
    void ofARoutedFabric(@ForAll("routed") Specs specs, @ForAll("routing") String design) {
        unchanged(specs, design);
    }

    @Property(tries = 40)
    void ofAFabricWithVlans(@ForAll("bridged") Specs specs, @ForAll("overlays") String design) {
        unchanged(specs, design);
    }

    private static void unchanged(Specs specs, String design) {
        Plan before = Plans.of(specs, design);
        Plan after = Plans.of(specs.racks(specs.racks() + 1), design);
        for (SwitchConfig each : before.config().switches()) {
            boolean grows = each.name().value().startsWith("spine");
            SwitchConfig now = after.config().findSwitch(each.name()).orElseThrow();
            if (grows) {
                assertThat(now.routedPorts()).containsAll(each.routedPorts());
                assertThat(now.loopbacks()).isEqualTo(each.loopbacks());
                assertThat(now.bgp().orElseThrow().asn())
                        .isEqualTo(each.bgp().orElseThrow().asn());
            } else {
                assertThat(now).isEqualTo(each);
            }
        }
        assertThat(after.config().nodes()).containsAll(before.config().nodes());
        assertThat(after.blocks()).containsAll(before.blocks());
        before.endpoints().nodes().forEach(each -> assertThat(
                        after.endpoints().on(each.node()).orElseThrow().addresses(io.heddle.model.net.IpFamily.IPV4))
                .isEqualTo(each.addresses(io.heddle.model.net.IpFamily.IPV4)));
    }
}
