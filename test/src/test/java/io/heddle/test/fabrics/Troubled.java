package io.heddle.test.fabrics;

import io.heddle.model.config.Action;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fabrics in which every third router asks its neighbours to prefer others (RFC 8326), and half of the ports on dead cables still have light. */
public final class Troubled {

    private static final Action MARK = new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN);

    private final Dice dice;

    private Troubled(Dice dice) {
        this.dice = dice;
    }

    public static FabricCase of(FabricCase fabric, long seed) {
        Troubled troubled = new Troubled(new Dice(seed));
        NetworkConfig config = fabric.config();
        return new FabricCase(
                fabric.fabric(),
                new NetworkConfig(
                        config.switches().stream()
                                .map(each -> each.withBgp(troubled.maybe(each.bgp())))
                                .toList(),
                        config.nodes().stream()
                                .map(each -> each.withBgp(troubled.maybe(each.bgp())))
                                .toList(),
                        config.externalRouters()),
                fabric.endpoints(),
                troubled.withLight(fabric));
    }

    private Outage withLight(FabricCase fabric) {
        Outage outage = fabric.outage();
        Set<PortRef> lit = fabric.fabric().links().stream()
                .filter(each -> !outage.isUp(each))
                .flatMap(each -> Stream.of(each.a(), each.b()))
                .filter(_ -> dice.chance(0.5))
                .collect(Collectors.toSet());
        return new Outage(outage.devices(), outage.links(), lit);
    }

    private Optional<BgpConfig> maybe(Optional<BgpConfig> bgp) {
        return dice.chance(0.33) ? bgp.map(each -> each.marking(MARK)) : bgp;
    }
}
