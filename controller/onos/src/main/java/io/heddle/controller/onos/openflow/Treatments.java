package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.pipeline.SwitchAction;
import java.util.List;
import java.util.Optional;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.TrafficTreatment;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActionDecNwTtl;
import org.projectfloodlight.openflow.protocol.action.OFActionGroup;
import org.projectfloodlight.openflow.protocol.action.OFActionOutput;
import org.projectfloodlight.openflow.protocol.action.OFActionPopVlan;
import org.projectfloodlight.openflow.protocol.action.OFActionPushVlan;
import org.projectfloodlight.openflow.protocol.action.OFActionSetField;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionApplyActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionGotoTable;
import org.projectfloodlight.openflow.protocol.instruction.OFInstructionWriteMetadata;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmArpOp;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmArpSha;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmArpSpa;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmEthDst;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmEthSrc;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmTunnelId;
import org.projectfloodlight.openflow.protocol.oxm.OFOxmVlanVid;

/** OpenFlow instructions and actions as treatments. What Heddle never writes becomes {@link SwitchAction#UNKNOWN}. */
final class Treatments {

    private Treatments() {}

    static TrafficTreatment fromWire(DeviceId device, List<OFInstruction> instructions) {
        TrafficTreatment.Builder treatment = DefaultTrafficTreatment.builder();
        for (OFInstruction each : instructions) {
            switch (each) {
                case OFInstructionApplyActions apply -> add(device, treatment, apply.getActions());
                case OFInstructionGotoTable table ->
                    treatment.transition((int) table.getTableId().getValue());
                case OFInstructionWriteMetadata metadata ->
                    treatment.writeMetadata(
                            metadata.getMetadata().getValue(),
                            metadata.getMetadataMask().getValue());
                default -> treatment.extension(SwitchAction.UNKNOWN.treatment(), device);
            }
        }
        return treatment.build();
    }

    static TrafficTreatment unknown(DeviceId device) {
        return DefaultTrafficTreatment.builder()
                .extension(SwitchAction.UNKNOWN.treatment(), device)
                .build();
    }

    static TrafficTreatment ofActions(DeviceId device, List<OFAction> actions) {
        TrafficTreatment.Builder treatment = DefaultTrafficTreatment.builder();
        add(device, treatment, actions);
        return treatment.build();
    }

    private static void add(DeviceId device, TrafficTreatment.Builder treatment, List<OFAction> actions) {
        for (OFAction each : actions) {
            Optional<SwitchAction> extension = Moves.fromWire(each);
            if (extension.isPresent()) {
                treatment.extension(extension.get().treatment(), device);
            } else if (!add(treatment, each)) {
                treatment.extension(SwitchAction.UNKNOWN.treatment(), device);
            }
        }
    }

    private static boolean add(TrafficTreatment.Builder treatment, OFAction action) {
        switch (action) {
            case OFActionOutput output -> treatment.setOutput(Ports.fromWire(output.getPort()));
            case OFActionGroup group ->
                treatment.group(GroupId.valueOf(group.getGroup().getGroupNumber()));
            case OFActionPopVlan _ -> treatment.popVlan();
            case OFActionPushVlan _ -> treatment.pushVlan();
            case OFActionDecNwTtl _ -> treatment.decNwTtl();
            case OFActionSetField set -> {
                return add(treatment, set.getField());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean add(TrafficTreatment.Builder treatment, OFOxm<?> field) {
        switch (field) {
            case OFOxmEthSrc mac ->
                treatment.setEthSrc(MacAddress.valueOf(mac.getValue().getBytes()));
            case OFOxmEthDst mac ->
                treatment.setEthDst(MacAddress.valueOf(mac.getValue().getBytes()));
            case OFOxmVlanVid vlan ->
                treatment.setVlanId(VlanId.vlanId(vlan.getValue().getVlan()));
            case OFOxmTunnelId tunnel -> treatment.setTunnelId(tunnel.getValue().getValue());
            case OFOxmArpOp op -> treatment.setArpOp((short) op.getValue().getOpcode());
            case OFOxmArpSha mac ->
                treatment.setArpSha(MacAddress.valueOf(mac.getValue().getBytes()));
            case OFOxmArpSpa address ->
                treatment.setArpSpa(Ip4Address.valueOf(address.getValue().getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }
}
