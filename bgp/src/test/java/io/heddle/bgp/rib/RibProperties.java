package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.AddressFamilyId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RibProperties {

    @Property(tries = 400)
    void whateverHappensPeersEndWithWhatTheNaiveModelSays(@ForAll long seed) {
        RibTrial trial = new RibTrial(seed, false);
        trial.run(150);
        trial.drain();
        trial.check();
    }

    @Property(tries = 200)
    void thisHoldsForIpv6(@ForAll long seed) {
        RibTrial trial = new RibTrial(seed, true);
        trial.run(100);
        trial.drain();
        trial.check();
    }

    @Property(tries = 100)
    void nothingIsLeftWhenAllRoutesAreGone(@ForAll long seed) {
        RibTrial trial = new RibTrial(seed, false);
        trial.run(120);
        trial.loseEverything();
        trial.drain();
        trial.check();
        assertThat(trial.rib().attributeSetCount()).isZero();
        assertThat(trial.rib().destinationCount(AddressFamilyId.IPV4_UNICAST)).isZero();
        assertThat(trial.rib().pathCount(AddressFamilyId.IPV4_UNICAST)).isZero();
    }
}
