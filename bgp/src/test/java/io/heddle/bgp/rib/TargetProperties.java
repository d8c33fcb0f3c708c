package io.heddle.bgp.rib;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** RFC 4684. */
class TargetProperties {

    @Property(tries = 400)
    void everybodyEndsWithWhatItWantsAndHearsWhatOthersWant(@ForAll long seed) {
        TargetTrial trial = new TargetTrial(seed);
        trial.run(150);
        trial.drain();
        trial.check();
    }

    @Property(tries = 100)
    void nothingIsLeftWhenAllIsGone(@ForAll long seed) {
        TargetTrial trial = new TargetTrial(seed);
        trial.run(100);
        trial.end();
    }
}
