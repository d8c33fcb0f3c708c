package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.change.SwitchState;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.onosproject.net.DeviceId;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsReply;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;

/** Flows, then groups, asked for and collected. Flows are read entry by entry, so that somebody else's odd one harms no other. */
final class Read implements Work {

    /** More entries than any switch has; a peer that never stops is cut off here. */
    private static final int MOST = 4_000_000;

    private final Wire wire;
    private final StateReading reading;
    private final FlowEntries entries;
    private final CompletableFuture<SwitchState> state = new CompletableFuture<>();
    private long asked = -1;
    private boolean flowsRead;

    Read(Wire wire, DeviceId device) {
        this.wire = wire;
        reading = new StateReading(device);
        entries = new FlowEntries(reading);
    }

    CompletableFuture<SwitchState> state() {
        return state;
    }

    @Override
    public void proceed() {
        if (asked < 0) {
            asked = wire.xid();
            wire.send(Wire.FACTORY
                    .buildFlowStatsRequest()
                    .setXid(asked)
                    .setTableId(TableId.ALL)
                    .setOutPort(OFPort.ANY)
                    .setOutGroup(OFGroup.ANY)
                    .setMatch(Wire.FACTORY.matchWildcardAll())
                    .build());
            wire.flush();
        }
    }

    @Override
    public boolean raw(ByteBuf frame) {
        int start = frame.readerIndex();
        if (frame.getUnsignedByte(start + 1) != Wire.TYPE_MULTIPART_REPLY
                || frame.getUnsignedInt(start + Wire.XID_AT) != asked) {
            return false;
        }
        boolean more;
        if (flowsRead) {
            more = groups(frame);
        } else {
            more = entries.read(frame);
        }
        if (reading.size() > MOST) {
            throw new IllegalArgumentException("says it holds more than " + MOST + " entries");
        }
        if (!more && !flowsRead) {
            flowsRead = true;
            asked = wire.xid();
            wire.send(Wire.FACTORY.buildGroupDescStatsRequest().setXid(asked).build());
            wire.flush();
        } else if (!more) {
            state.complete(reading.state());
        }
        return true;
    }

    private boolean groups(ByteBuf frame) {
        try {
            if (!(Wire.READER.readFrom(frame) instanceof OFGroupDescStatsReply reply)) {
                throw new IllegalArgumentException("answered a question for groups with something else");
            }
            reply.getEntries().forEach(reading::group);
            return !reply.getFlags().isEmpty();
        } catch (OFParseError e) {
            throw new IllegalArgumentException("groups that cannot be read", e);
        }
    }

    @Override
    public void barrier(long xid) {}

    @Override
    public void error(OFErrorMsg error) {
        if (error.getXid() == asked) {
            state.completeExceptionally(new IOException("the switch does not tell what it holds: " + error));
        }
    }

    @Override
    public boolean isDone() {
        return state.isDone();
    }

    @Override
    public void fail(IOException reason) {
        state.completeExceptionally(reason);
    }
}
