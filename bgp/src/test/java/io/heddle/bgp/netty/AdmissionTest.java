package io.heddle.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final IpAddress A = IpAddress.parse("10.0.0.1");
    private static final IpAddress B = IpAddress.parse("10.0.0.2");
    private static final IpAddress C = IpAddress.parse("fd00::3");

    @Test
    void anAddressHasItsLimitAndAllHaveOne() {
        Admission admission = new Admission(3, 2);
        assertThat(admission.admits(A)).isTrue();
        assertThat(admission.admits(A)).isTrue();
        assertThat(admission.admits(A)).isFalse();
        assertThat(admission.admits(B)).isTrue();
        assertThat(admission.admits(C)).isFalse();
        assertThat(admission.refused()).isEqualTo(2);
    }

    @Test
    void whoLeavesMakesRoom() {
        Admission admission = new Admission(1, 1);
        assertThat(admission.admits(A)).isTrue();
        admission.left(A);
        assertThat(admission.open()).isZero();
        assertThat(admission.admits(B)).isTrue();
    }
}
