package io.heddle.controller.onos.provider;

import io.heddle.controller.onos.openflow.SwitchPort;
import io.heddle.model.fabric.DeviceName;

/** What the provider tells. Each may come on another thread; none may block. */
public interface ProviderEvents {

    /** The round after a switch connected. */
    default void settled(Outcome outcome) {}

    /** What this controller is to a switch has changed. */
    default void stands(DeviceName device, Standing standing) {}

    /** A switch's channel ended; it keeps forwarding. */
    default void lost(DeviceName device, String reason) {}

    default void portChanged(DeviceName device, SwitchPort port) {}

    /** A frame that a rule sent here, such as LLDP. */
    default void frame(DeviceName device, long inPort, byte[] frame) {}

    /** A peer that is no switch of ours. */
    default void refused(String peer, String reason) {}
}
