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

    private static final Map<SwitchAction, Move> MOVES = new EnumMap<>(Map.of(
            SwitchAction.ARP_SENDER_MAC_TO_TARGET, new Move(0x0001_2206L, 0x0001_2406L, 48),
            SwitchAction.ARP_SENDER_ADDRESS_TO_TARGET, new Move(0x0000_2004L, 0x0000_2204L, 32),
            SwitchAction.ETHERNET_SOURCE_TO_DESTINATION, new Move(0x0000_0406L, 0x0000_0206L, 48)));

    /** NXM_OF_IN_PORT, which takes a 0 where OpenFlow's own field refuses it. */
    private static final long IN_PORT = 0x0000_0002L;

    /** From bit 0, sixteen of them, as reg_load packs it: {@code offset << 6 | bits - 1}. */
    private static final int ALL_16_BITS = 15;

    private Moves() {}

    static OFAction toWire(OFFactory factory, SwitchAction action) {
        if (action == SwitchAction.FORGET_IN_PORT) {
            return factory.actions()
                    .buildNiciraLoad()
                    .setDst(IN_PORT)
                    .setOfsNbits(ALL_16_BITS)
                    .setValue(U64.ZERO)
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
                MOVES.entrySet().stream()
                        .filter(each -> each.getValue().equals(new Move(move.getSrc(), move.getDst(), move.getNBits())))
                        .map(Map.Entry::getKey)
                        .findFirst();
            case OFActionNiciraLoad load
            when load.getDst() == IN_PORT
                    && load.getOfsNbits() == ALL_16_BITS
                    && load.getValue().equals(U64.ZERO) -> Optional.of(SwitchAction.FORGET_IN_PORT);
            default -> Optional.empty();
        };
    }
}
