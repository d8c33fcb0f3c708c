package io.heddle.test.fabrics;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import java.util.HashSet;
import java.util.Set;

/** Takes cables out of a fabric for good, so that racks and tiers are no longer alike. */
final class MissingCables {

    private MissingCables() {}

    /** The same fabric without a few of its cables; peer links stay. */
    static Fabric from(Fabric whole, Dice dice) {
        double missing = dice.chance(0.5) ? 0 : 0.06;
        Set<Link> peerLinks = new HashSet<>();
        whole.mlagPairs().stream().map(MlagPair::peerLink).forEach(peerLinks::addAll);
        Fabric.Builder less = Fabric.builder(whole.name());
        whole.racks().forEach(less::add);
        whole.switches().forEach(less::add);
        whole.nodes().forEach(less::add);
        whole.links().stream()
                .filter(each -> !dice.chance(missing) || peerLinks.contains(each))
                .forEach(less::add);
        whole.mlagPairs().forEach(less::add);
        whole.ethernetSegments().forEach(less::add);
        whole.networks().forEach(less::add);
        whole.vrfs().forEach(less::add);
        whole.exits().forEach(less::add);
        return less.build();
    }
}
