package io.heddle.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.vrf.Conflict;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import org.junit.jupiter.api.Test;

/** How each kind of conflict is told: place, both claimants, what was expected. */
class PlanConflictsTest {

    private static final VlanId TEN = new VlanId(10);
    private static final DeviceName ONE = DeviceName.of("leaf-1");
    private static final DeviceName TWO = DeviceName.of("leaf-2");

    @Test
    void anAddressNamesTheMacsAndWhereTheyAre() {
        assertThat(PlanConflicts.fault(new Conflict.AddressClaimedTwice(
                        TEN, IpAddress.parse("10.1.0.7"), ONE, new Mac(1), TWO, new Mac(2))))
                .hasToString("address 10.1.0.7 on VLAN 10: found 00:00:00:00:00:01 behind leaf-1 and"
                        + " 00:00:00:00:00:02 behind leaf-2, expected one claimant");
    }

    @Test
    void aMacNamesItsSegmentWhereItHasOne() {
        Esi segment = new Esi(3, 1);
        assertThat(PlanConflicts.fault(
                        new Conflict.MacOnTwoSegments(TEN, new Mac(1), ONE, EvpnRoute.NO_ESI, TWO, segment)))
                .hasToString("MAC 00:00:00:00:00:01 on VLAN 10: found behind leaf-1 and behind leaf-2 (segment "
                        + segment + "), expected one place");
    }

    @Test
    void aVniNamesItsUses() {
        assertThat(PlanConflicts.fault(new Conflict.VniUsedTwice(
                        new Vni(5000), ONE, "the L3VNI of VRF red", TWO, "the L3VNI of VRF blue")))
                .hasToString("VNI 5000: found the L3VNI of VRF red on leaf-1 and the L3VNI of VRF blue on leaf-2,"
                        + " expected one use");
    }

    @Test
    void aRouteTargetNamesWhoExportsAndWhoImports() {
        assertThat(PlanConflicts.fault(new Conflict.TargetCollision(
                        new RouteTarget(65001, 200), ONE, new Vni(100), TWO, new Vni(200))))
                .hasToString("route target 65001:200: found exported for VNI 100 on leaf-1 and imported automatically"
                        + " into VNI 200 on leaf-2, expected one VNI");
    }
}
