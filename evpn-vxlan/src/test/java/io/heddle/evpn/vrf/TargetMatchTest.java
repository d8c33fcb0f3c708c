package io.heddle.evpn.vrf;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.RouteTargets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetMatchTest {

    private static final Vni TEN = new Vni(10);
    private static final Vni TWENTY = new Vni(20);
    private static final RouteTarget SHARED = RouteTarget.parse("65000:999");

    @Test
    void theAutomaticExportIsTheLowHalfOfTheAsAndTheVni() {
        assertThat(TargetMatch.exported(RouteTargets.AUTOMATIC, new Asn(4_200_000_001L), TEN))
                .containsExactly(RouteTarget.parse((4_200_000_001L & 0xFFFF) + ":10"));
    }

    @Test
    void theAutomaticImportIgnoresTheAs() {
        List<RouteTarget> foreign = TargetMatch.exported(RouteTargets.AUTOMATIC, new Asn(65_002), TEN);

        assertThat(TargetMatch.imports(RouteTargets.AUTOMATIC, TEN, foreign)).isTrue();
        assertThat(TargetMatch.imports(RouteTargets.AUTOMATIC, TWENTY, foreign)).isFalse();
    }

    @Test
    void anExplicitImportNeedsTheWholeTarget() {
        RouteTargets importing = new RouteTargets(false, List.of(SHARED), List.of());

        assertThat(TargetMatch.imports(importing, TEN, List.of(SHARED))).isTrue();
        assertThat(TargetMatch.imports(importing, TEN, List.of(RouteTarget.parse("65001:999"))))
                .isFalse();
        assertThat(TargetMatch.imports(importing, TEN, List.of(new RouteTarget(65_000, 10))))
                .isFalse();
    }

    @Test
    void explicitExportsComeBesideTheAutomaticOne() {
        RouteTargets exporting = new RouteTargets(true, List.of(), List.of(SHARED));

        assertThat(TargetMatch.exported(exporting, new Asn(65_001), TEN))
                .containsExactlyInAnyOrder(SHARED, new RouteTarget(65_001, 10));
    }
}
