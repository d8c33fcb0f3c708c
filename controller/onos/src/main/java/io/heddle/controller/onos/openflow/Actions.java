package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.pipeline.SwitchAction;
import java.util.ArrayList;
import java.util.List;
import org.onlab.packet.MacAddress;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.ExtensionInstructionWrapper;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.flow.instructions.Instructions.NoActionInstruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModEtherInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModTunnelIdInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanHeaderInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanIdInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpEthInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpIPInstruction;
import org.onosproject.net.flow.instructions.L3ModificationInstruction.ModArpOpInstruction;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActions;
import org.projectfloodlight.openflow.protocol.instruction.OFInstruction;
import org.projectfloodlight.openflow.protocol.oxm.OFOxm;
import org.projectfloodlight.openflow.protocol.oxm.OFOxms;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.EthType;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

/** Treatments as OpenFlow instructions (OpenFlow 1.3.5 section 7.2.4) and actions (section 7.2.5). */
final class Actions {

    /** The whole packet to the controller. */
    private static final int NO_BUFFER = 0xFFFF;

    private Actions() {}

    static List<OFInstruction> toWire(OFFactory factory, TrafficTreatment treatment) {
        List<OFInstruction> instructions = new ArrayList<>();
        List<OFAction> actions = actions(factory, treatment);
        if (!actions.isEmpty()) {
            instructions.add(factory.instructions().applyActions(actions));
        }
        if (treatment.writeMetadata() != null) {
            instructions.add(factory.instructions()
                    .writeMetadata(
                            U64.of(treatment.writeMetadata().metadata()),
                            U64.of(treatment.writeMetadata().metadataMask())));
        }
        if (treatment.tableTransition() != null) {
            instructions.add(factory.instructions()
                    .gotoTable(TableId.of(treatment.tableTransition().tableId())));
        }
        return instructions;
    }

    static List<OFAction> actions(OFFactory factory, TrafficTreatment treatment) {
        List<OFAction> actions = new ArrayList<>();
        for (Instruction each : treatment.immediate()) {
            if (!(each instanceof NoActionInstruction)) {
                actions.add(action(factory, each));
            }
        }
        return actions;
    }

    private static OFAction action(OFFactory factory, Instruction instruction) {
        OFActions actions = factory.actions();
        return switch (instruction) {
            case OutputInstruction output -> actions.output(Ports.toWire(output.port()), NO_BUFFER);
            case GroupInstruction group ->
                actions.group(OFGroup.of(group.groupId().id()));
            case ExtensionInstructionWrapper wrapper
            when wrapper.extensionInstruction() instanceof SwitchAction.Treatment(SwitchAction action) ->
                Moves.toWire(factory, action);
            case L2ModificationInstruction layer2 -> layer2(factory, layer2);
            case L3ModificationInstruction layer3 -> layer3(factory, layer3);
            default -> throw new IllegalArgumentException("no rule of ours says " + instruction);
        };
    }

    private static OFAction layer2(OFFactory factory, L2ModificationInstruction instruction) {
        OFOxms oxms = factory.oxms();
        return switch (instruction) {
            case ModEtherInstruction mac
            when mac.subtype() == L2ModificationInstruction.L2SubType.ETH_SRC ->
                set(factory, oxms.ethSrc(mac(mac.mac())));
            case ModEtherInstruction mac -> set(factory, oxms.ethDst(mac(mac.mac())));
            case ModVlanIdInstruction vlan -> set(factory, oxms.vlanVid(Matches.vlan(vlan.vlanId())));
            case ModTunnelIdInstruction tunnel -> set(factory, oxms.tunnelId(U64.of(tunnel.tunnelId())));
            case ModVlanHeaderInstruction header
            when header.subtype() == L2ModificationInstruction.L2SubType.VLAN_POP ->
                factory.actions().popVlan();
            case ModVlanHeaderInstruction _ -> factory.actions().pushVlan(EthType.VLAN_FRAME);
            default -> throw new IllegalArgumentException("no rule of ours says " + instruction);
        };
    }

    private static OFAction layer3(OFFactory factory, L3ModificationInstruction instruction) {
        OFOxms oxms = factory.oxms();
        return switch (instruction) {
            case ModArpOpInstruction op -> set(factory, oxms.arpOp(ArpOpcode.of((int) op.op())));
            case ModArpEthInstruction mac -> set(factory, oxms.arpSha(mac(mac.mac())));
            case ModArpIPInstruction address ->
                set(factory, oxms.arpSpa(IPv4Address.of(address.ip().toOctets())));
            case L3ModificationInstruction ttl
            when ttl.subtype() == L3ModificationInstruction.L3SubType.DEC_TTL ->
                factory.actions().decNwTtl();
            default -> throw new IllegalArgumentException("no rule of ours says " + instruction);
        };
    }

    private static OFAction set(OFFactory factory, OFOxm<?> field) {
        return factory.actions().setField(field);
    }

    private static org.projectfloodlight.openflow.types.MacAddress mac(MacAddress mac) {
        return org.projectfloodlight.openflow.types.MacAddress.of(mac.toBytes());
    }
}
