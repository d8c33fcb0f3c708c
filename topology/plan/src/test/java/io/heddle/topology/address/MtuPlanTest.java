package io.heddle.topology.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpFamily;
import io.heddle.topology.fault.Faults;
import org.junit.jupiter.api.Test;

class MtuPlanTest {

    private final Faults faults = new Faults();

    @Test
    void vxlanCosts50BytesOverIpv4And70OverIpv6() {
        assertThat(MtuPlan.vxlanOverhead(IpFamily.IPV4)).isEqualTo(50);
        assertThat(MtuPlan.vxlanOverhead(IpFamily.IPV6)).isEqualTo(70);
    }

    @Test
    void aPodNetworkInsideTheLeafsVxlanPaysTwice() {
        assertThat(MtuPlan.of(9100, 9050, 50, 50, faults)).isEqualTo(new MtuPlan(9100, 9050, 9000));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void aNodePacketMustFitTheLinkWithTheLeafsHeaders() {
        MtuPlan.of(9070, 9000, 70, 0, faults);
        assertThat(faults.isEmpty()).isTrue();
        MtuPlan.of(9069, 9000, 70, 0, faults);
        assertThat(faults.list()).hasSize(1);
    }

    @Test
    void lessThanIpv6sMinimumIsRefused() {
        MtuPlan.of(9216, 1329, 0, 50, faults);
        assertThat(faults.list()).singleElement().asString().contains("1279");
    }
}
