package io.heddle.test.fabrics;

import io.heddle.model.net.Asn;
import java.util.List;

/**
 * Random fabrics of 2 to 10 switches and 0 to 12 nodes, configured in ways no planner would: any AS numbers, any policy, any mix of
 * routed ports, VLANs, VTEPs, tenants and static routes, something broken in most of them. The same seed gives the same case.
 */
public final class RandomFabrics {

    private static final List<Asn> ASNS =
            List.of(new Asn(65001), new Asn(65002), new Asn(65003), new Asn(4_200_000_001L));

    private RandomFabrics() {}

    public static FabricCase of(long seed) {
        Draft draft = new Draft(seed, ASNS);
        RandomSwitches.add(draft, ASNS);
        RandomVlans.add(draft);
        RandomNodes.add(draft, ASNS);
        RandomExits.add(draft);
        RandomVlanSessions.add(draft);
        RandomOriginations.add(draft);
        RandomStatics.add(draft);
        return draft.sketch.build().under(RandomOutage.of(draft));
    }
}
