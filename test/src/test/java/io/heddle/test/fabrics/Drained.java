package io.heddle.test.fabrics;

import io.heddle.model.config.Action;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.NetworkConfig;
import java.util.Optional;

/** Fabrics in which every third router asks its neighbours to prefer others (RFC 8326). */
public final class Drained {

    private static final Action MARK = new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN);

    private final Dice dice;

    private Drained(Dice dice) {
        this.dice = dice;
    }

    public static FabricCase of(FabricCase fabric, long seed) {
        Drained drained = new Drained(new Dice(seed));
        NetworkConfig config = fabric.config();
        return new FabricCase(
                fabric.fabric(),
                new NetworkConfig(
                        config.switches().stream()
                                .map(each -> each.withBgp(drained.maybe(each.bgp())))
                                .toList(),
                        config.nodes().stream()
                                .map(each -> each.withBgp(drained.maybe(each.bgp())))
                                .toList(),
                        config.externalRouters()),
                fabric.endpoints(),
                fabric.outage());
    }

    private Optional<BgpConfig> maybe(Optional<BgpConfig> bgp) {
        return dice.chance(0.33) ? bgp.map(each -> each.marking(MARK)) : bgp;
    }
}
