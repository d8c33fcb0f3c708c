package io.heddle.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ActionTest {

    private static final long LARGEST = 4_294_967_295L;

    @Test
    void localPrefAndMedHave32Bits() {
        assertThat(new Action.SetLocalPref(LARGEST).localPref()).isEqualTo(LARGEST);
        assertThat(new Action.SetMed(0).med()).isZero();
        assertThatThrownBy(() -> new Action.SetLocalPref(LARGEST + 1)).hasMessageContaining("4294967296");
        assertThatThrownBy(() -> new Action.SetLocalPref(-1)).hasMessageContaining("LOCAL_PREF -1");
        assertThatThrownBy(() -> new Action.SetMed(-1)).hasMessageContaining("MED -1");
        assertThatThrownBy(() -> new Action.SetMed(LARGEST + 1)).hasMessageContaining("0..4294967295");
    }
}
