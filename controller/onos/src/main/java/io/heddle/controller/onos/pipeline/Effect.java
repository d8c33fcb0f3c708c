package io.heddle.controller.onos.pipeline;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.net.Mac;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions.GroupInstruction;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModEtherInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModTunnelIdInstruction;
import org.onosproject.net.flow.instructions.L2ModificationInstruction.ModVlanIdInstruction;

/**
 * What a treatment comes to: where the packet goes and what it then has.
 *
 * @param table the table that goes on with it
 */
record Effect(
        Optional<Mac> destination,
        OptionalInt vlan,
        OptionalInt vni,
        OptionalLong port,
        OptionalInt group,
        OptionalLong metadata,
        OptionalInt table) {

    static Effect of(TrafficTreatment treatment) {
        @Nullable Mac destination = null;
        OptionalInt vlan = OptionalInt.empty();
        OptionalInt vni = OptionalInt.empty();
        OptionalLong port = OptionalLong.empty();
        OptionalInt group = OptionalInt.empty();
        for (Instruction each : treatment.immediate()) {
            switch (each) {
                case ModEtherInstruction mac
                when mac.subtype() == L2ModificationInstruction.L2SubType.ETH_DST ->
                    destination = OnosNet.mac(mac.mac());
                case ModVlanIdInstruction set ->
                    vlan = OptionalInt.of(set.vlanId().toShort());
                case ModTunnelIdInstruction tunnel -> vni = OptionalInt.of((int) tunnel.tunnelId());
                case OutputInstruction output ->
                    port = OptionalLong.of(output.port().toLong());
                case GroupInstruction to -> group = OptionalInt.of(to.groupId().id());
                default -> {
                    // A header rewritten, a TTL counted: says nothing about where to.
                }
            }
        }
        return new Effect(
                Optional.ofNullable(destination),
                vlan,
                vni,
                port,
                group,
                treatment.writeMetadata() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(treatment.writeMetadata().metadata()),
                treatment.tableTransition() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(treatment.tableTransition().tableId()));
    }

    boolean goesTo(Stage stage) {
        return table.isPresent() && table.getAsInt() == stage.table();
    }

    /** Whether the packet ends here. */
    boolean isNowhere() {
        return port.isEmpty() && group.isEmpty() && table.isEmpty();
    }
}
