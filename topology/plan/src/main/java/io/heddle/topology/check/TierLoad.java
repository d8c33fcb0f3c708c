package io.heddle.topology.check;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import java.util.Locale;

/**
 * A switch's bandwidth towards nodes or lower tiers, and towards higher ones. Peer links, exits and management count as neither.
 */
public record TierLoad(DeviceName device, SwitchRole role, Bandwidth down, Bandwidth up) {

    /** Downwards over upwards: 3 is an oversubscription of 3:1; infinite without uplink. */
    public double ratio() {
        return (double) down.bitsPerSecond() / up.bitsPerSecond();
    }

    /** {@code 3:1}, {@code 2.5:1}, {@code 0.67:1}. */
    public String ratioText() {
        String number = String.format(Locale.ROOT, "%.2f", ratio());
        return number.replaceAll("0+$", "").replaceAll("\\.$", "") + ":1";
    }
}
