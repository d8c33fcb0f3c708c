package io.heddle.controller.onos.openflow;

import io.heddle.model.net.Mac;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.projectfloodlight.openflow.protocol.OFPortConfig;
import org.projectfloodlight.openflow.protocol.OFPortDesc;
import org.projectfloodlight.openflow.protocol.OFPortReason;
import org.projectfloodlight.openflow.protocol.OFPortState;
import org.projectfloodlight.openflow.protocol.OFPortStatus;

/** The ports of a switch as it last described them. Written on the channel's thread, read by any. */
final class DescribedPorts {

    private final Map<Long, SwitchPort> ports = new ConcurrentSkipListMap<>();

    /** By number. */
    List<SwitchPort> all() {
        return List.copyOf(ports.values());
    }

    SwitchPort add(OFPortDesc described) {
        SwitchPort port = new SwitchPort(
                Integer.toUnsignedLong(described.getPortNo().getPortNumber()),
                described.getName(),
                new Mac(described.getHwAddr().getLong()),
                !described.getState().contains(OFPortState.LINK_DOWN)
                        && !described.getConfig().contains(OFPortConfig.PORT_DOWN));
        ports.put(port.number(), port);
        return port;
    }

    /** A port that is gone is told as one that is down. */
    SwitchPort change(OFPortStatus status) {
        SwitchPort port = add(status.getDesc());
        if (status.getReason() != OFPortReason.DELETE) {
            return port;
        }
        ports.remove(port.number());
        return new SwitchPort(port.number(), port.name(), port.mac(), false);
    }
}
