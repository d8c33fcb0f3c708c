package io.heddle.controller.onos.openflow;

import org.onosproject.net.PortNumber;
import org.projectfloodlight.openflow.types.OFPort;

/** Port numbers, one to one: ONOS has OpenFlow's reserved ports as negative numbers of the same bits. */
final class Ports {

    private Ports() {}

    static OFPort toWire(PortNumber port) {
        return OFPort.ofInt((int) port.toLong());
    }

    static PortNumber fromWire(OFPort port) {
        return PortNumber.portNumber(port.getPortNumber());
    }
}
