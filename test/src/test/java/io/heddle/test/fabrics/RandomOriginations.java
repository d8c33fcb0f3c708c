package io.heddle.test.fabrics;

import io.heddle.model.config.Origination;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.List;

/** What routers put into BGP. */
final class RandomOriginations {

    private static final List<String> AGGREGATES =
            List.of("10.9.0.0/16", "10.9.1.0/24", "10.9.2.0/24", "10.8.0.0/15", "10.1.0.0/16", "2001:db8:9::/48");

    private RandomOriginations() {}

    static void add(Draft draft) {
        Dice dice = draft.dice;
        double aggregating = dice.pick(List.of(0.0, 0.0, 0.2));
        draft.speakers.keySet().forEach(name -> {
            BgpSketch bgp = draft.sketch.bgp(name);
            if (dice.chance(0.8)) {
                bgp.network("10.0.9." + draft.next("network") + "/32");
            }
            if (dice.chance(0.1)) {
                // An anycast service: several announce it.
                bgp.network("10.99.0.1/32");
            }
            if (draft.nodes.contains(name)) {
                pods(dice, bgp);
            } else if (!draft.exits.contains(name)) {
                dice.each(List.of(new Origination.Connected(), new Origination.Static()), 0.6)
                        .forEach(bgp::originate);
                dice.each(AGGREGATES, aggregating)
                        .forEach(
                                each -> bgp.originate(new Origination.Aggregate(Prefix.parse(each), dice.chance(0.5))));
            }
            if (dice.chance(0.06)) {
                bgp.originate(new Origination.DefaultRoute(dice.pick(List.of(IpFamily.values()))));
            }
        });
    }

    private static void pods(Dice dice, BgpSketch bgp) {
        switch (dice.between(0, 3)) {
            case 0, 1 -> bgp.originate(new Origination.PodHosts());
            case 2 -> bgp.originate(new Origination.PodBlocks());
            default -> {}
        }
    }
}
