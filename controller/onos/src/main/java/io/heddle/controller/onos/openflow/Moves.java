package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.pipeline.SwitchAction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.action.OFAction;
import org.projectfloodlight.openflow.protocol.action.OFActionNiciraLoad;
import org.projectfloodlight.openflow.protocol.action.OFActionNiciraMove;
import org.projectfloodlight.openflow.types.U64;

/** The {@link SwitchAction}s as Open vSwitch has them: Nicira's reg_move and reg_load (ovs-actions(7)). */
final class Moves {

    /** Headers of the fields of a move: class, field, length; Nicira's own, since the switch answers with those. */
    private record Move(long from, long to, int bits) {}

    /** A value written over a whole field. */
    private record Load(long to, int bits, long value) {

        /** From bit 0, all of them, as reg_load packs it: {@code offset << 6 | bits - 1}. */
        int packed() {
            return bits - 1;
        }
    }

    private static final Map<SwitchAction, Move> MOVES = new EnumMap<>(Map.of(
            SwitchAction.ARP_SENDER_MAC_TO_TARGET, new Move(0x0001_2206L, 0x0001_2406L, 48),
            SwitchAction.ARP_SENDER_ADDRESS_TO_TARGET, new Move(0x0000_2004L, 0x0000_2204L, 32),
            SwitchAction.ETHERNET_SOURCE_TO_DESTINATION, new Move(0x0000_0406L, 0x0000_0206L, 48),
            SwitchAction.IPV6_SOURCE_TO_DESTINATION, new Move(0x0001_2610L, 0x0001_2810L, 128),
            SwitchAction.ETHERNET_SOURCE_TO_TARGET_OPTION, new Move(0x0000_0406L, 0x0001_3206L, 48),
            SwitchAction.TARGET_TO_IPV6_SOURCE, new Move(0x0001_2E10L, 0x0001_2610L, 128)));

    /** NXM_OF_IN_PORT takes a 0 where OpenFlow's own field refuses it. The two of neighbour discovery are Ericsson's, since Open vSwitch 2.11. */
    private static final Map<SwitchAction, Load> LOADS = new EnumMap<>(Map.of(
            SwitchAction.FORGET_IN_PORT, new Load(0x0000_0002L, 16, 0),
            SwitchAction.SOLICITATION_TO_ADVERTISEMENT, new Load(0x0001_2A01L, 8, 136),
            SwitchAction.ROUTER_SOLICITED_OVERRIDE, new Load(0x1000_0204L, 32, 0xE000_0000L),
            SwitchAction.SOURCE_OPTION_TO_TARGET_OPTION, new Load(0x1000_0401L, 8, 2)));

    private Moves() {}

    static OFAction toWire(OFFactory factory, SwitchAction action) {
        Load load = LOADS.get(action);
        if (load != null) {
            return factory.actions()
                    .buildNiciraLoad()
                    .setDst(load.to)
                    .setOfsNbits(load.packed())
                    .setValue(U64.of(load.value))
                    .build();
        }
        Move move = MOVES.get(action);
        if (move == null) {
            throw new IllegalArgumentException(action + " cannot be sent");
        }
        return factory.actions()
                .buildNiciraMove()
                .setSrc(move.from)
                .setDst(move.to)
                .setNBits(move.bits)
                .setSrcOfs(0)
                .setDstOfs(0)
                .build();
    }

    static Optional<SwitchAction> fromWire(OFAction action) {
        return switch (action) {
            case OFActionNiciraMove move
            when move.getSrcOfs() == 0 && move.getDstOfs() == 0 ->
                that(MOVES, new Move(move.getSrc(), move.getDst(), move.getNBits()));
            case OFActionNiciraLoad load ->
                that(
                        LOADS,
                        new Load(
                                load.getDst(),
                                load.getOfsNbits() + 1,
                                load.getValue().getValue()));
            default -> Optional.empty();
        };
    }

    private static <T> Optional<SwitchAction> that(Map<SwitchAction, T> known, T read) {
        return known.entrySet().stream()
                .filter(each -> each.getValue().equals(read))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
