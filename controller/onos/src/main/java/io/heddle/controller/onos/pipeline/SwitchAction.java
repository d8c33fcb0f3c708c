package io.heddle.controller.onos.pipeline;

import java.util.List;
import org.onosproject.net.flow.instructions.ExtensionTreatment;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType;
import org.onosproject.net.flow.instructions.ExtensionTreatmentType.ExtensionTreatmentTypes;

/**
 * Instructions that OpenFlow 1.3 has no word for and Open vSwitch has. The moves are types that ONOS knows; the others carry numbers of
 * our own.
 */
public enum SwitchAction {
    ARP_SENDER_MAC_TO_TARGET(
            ExtensionTreatmentTypes.NICIRA_MOV_ARP_SHA_TO_THA.type().type()),
    ARP_SENDER_ADDRESS_TO_TARGET(
            ExtensionTreatmentTypes.NICIRA_MOV_ARP_SPA_TO_TPA.type().type()),
    ETHERNET_SOURCE_TO_DESTINATION(
            ExtensionTreatmentTypes.NICIRA_MOV_ETH_SRC_TO_DST.type().type()),
    /** The packet may leave by the port it came in by: routing between two VLANs of one trunk. */
    FORGET_IN_PORT(0x4801),
    IPV6_SOURCE_TO_DESTINATION(0x4802),
    /** A neighbour solicitation becomes an advertisement (RFC 4861 section 4.4), */
    SOLICITATION_TO_ADVERTISEMENT(0x4803),
    /** by a router, asked for, to be believed over what was known: flags R, S and O, */
    ROUTER_SOLICITED_OVERRIDE(0x4804),
    /** its option the target's link-layer address instead of the source's, */
    SOURCE_OPTION_TO_TARGET_OPTION(0x4805),
    /** which is the frame's source address, */
    ETHERNET_SOURCE_TO_TARGET_OPTION(0x4806),
    /** and the packet comes from whom it was asked for. */
    TARGET_TO_IPV6_SOURCE(0x4807),
    /** Something read from a switch that Heddle never writes; equal to nothing that is wanted. */
    UNKNOWN(0x48FF);

    private final int type;

    SwitchAction(int type) {
        this.type = type;
    }

    public ExtensionTreatment treatment() {
        return new Treatment(this);
    }

    /** The action as ONOS carries it; equal to every other of its kind. */
    public record Treatment(SwitchAction action) implements ExtensionTreatment {

        @Override
        public ExtensionTreatmentType type() {
            return new ExtensionTreatmentType(action.type);
        }

        @Override
        public <T> void setPropertyValue(String key, T value) {
            throw new UnsupportedOperationException(action + " has no property " + key);
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // ONOS's signature
        public <T> T getPropertyValue(String key) {
            throw new UnsupportedOperationException(action + " has no property " + key);
        }

        @Override
        public List<String> getProperties() {
            return List.of();
        }

        @Override
        public byte[] serialize() {
            return new byte[0];
        }

        @Override
        public void deserialize(byte[] data) {
            throw new UnsupportedOperationException(action + " carries no data");
        }
    }
}
