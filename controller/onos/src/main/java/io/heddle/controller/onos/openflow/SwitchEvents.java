package io.heddle.controller.onos.openflow;

import java.util.Optional;
import org.onosproject.net.DeviceId;

/** What happens on channels. Called on the channel's thread: must not block. */
public interface SwitchEvents {

    /** The device that a datapath is; a datapath nobody expects is refused. */
    Optional<DeviceId> device(long datapathId);

    void connected(OpenFlowSwitch device);

    void portChanged(OpenFlowSwitch device, SwitchPort port);

    /** A frame that a rule sent to the controller. */
    void frame(OpenFlowSwitch device, long inPort, byte[] frame);

    void disconnected(OpenFlowSwitch device, String reason);

    /** A channel that never became a switch's: garbage, a wrong version, an unknown or doubled datapath, silence. */
    void refused(String peer, String reason);
}
