package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.change.Change;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.projectfloodlight.openflow.protocol.OFBadRequestCode;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFlowModFailedCode;
import org.projectfloodlight.openflow.protocol.OFGroupModFailedCode;
import org.projectfloodlight.openflow.protocol.errormsg.OFBadRequestErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFFlowModFailedErrorMsg;
import org.projectfloodlight.openflow.protocol.errormsg.OFGroupModFailedErrorMsg;

/**
 * Changes on their way: sent in chunks with a barrier after each, at most two chunks ahead of the switch. Message number {@code first + i}
 * is change {@code i}, so that an error names its change.
 */
final class Push implements Work {

    private static final int CHUNK = 1_000;
    private static final int AHEAD = 2;

    private final Wire wire;
    private final List<Change> changes;
    private final CompletableFuture<PushReport> report = new CompletableFuture<>();
    private final List<PushReport.Refused> refused = new ArrayList<>();
    private long first = -1;
    private int sent;
    private int inChunk;
    private int outstanding;
    private boolean displaced;
    private long lastBarrier = -1;

    Push(Wire wire, List<Change> changes) {
        this.wire = wire;
        this.changes = List.copyOf(changes);
    }

    CompletableFuture<PushReport> report() {
        return report;
    }

    @Override
    public void proceed() {
        if (first < 0) {
            first = wire.xids(Math.max(1, changes.size()));
        }
        while (sent < changes.size() && outstanding < AHEAD && wire.isWritable()) {
            wire.send(Messages.of(changes.get(sent), first + sent));
            sent++;
            inChunk++;
            if (inChunk == CHUNK || sent == changes.size()) {
                inChunk = 0;
                outstanding++;
                lastBarrier = wire.xid();
                wire.send(Wire.FACTORY.buildBarrierRequest().setXid(lastBarrier).build());
            }
        }
        wire.flush();
        if (changes.isEmpty()) {
            report.complete(new PushReport(0, List.of(), false));
        }
    }

    @Override
    public boolean raw(ByteBuf frame) {
        return false;
    }

    @Override
    public void barrier(long xid) {
        outstanding--;
        if (sent == changes.size() && xid == lastBarrier) {
            report.complete(new PushReport(sent, refused, displaced));
        } else {
            proceed();
        }
    }

    @Override
    public void error(OFErrorMsg error) {
        long at = error.getXid() - first;
        if (at >= 0 && at < sent && isOfSlave(error)) {
            displaced = true;
        } else if (at >= 0 && at < sent) {
            refused.add(new PushReport.Refused(changes.get((int) at), reason(error), isFull(error)));
        }
    }

    private static String reason(OFErrorMsg error) {
        return switch (error) {
            case OFFlowModFailedErrorMsg flow -> "FLOW_MOD_FAILED " + flow.getCode();
            case OFGroupModFailedErrorMsg group -> "GROUP_MOD_FAILED " + group.getCode();
            default -> error.toString();
        };
    }

    /** OpenFlow 1.3.5 section 6.3.4: what a slave asks to change is refused so. */
    private static boolean isOfSlave(OFErrorMsg error) {
        return error instanceof OFBadRequestErrorMsg bad && bad.getCode() == OFBadRequestCode.IS_SLAVE;
    }

    private static boolean isFull(OFErrorMsg error) {
        return switch (error) {
            case OFFlowModFailedErrorMsg flow -> flow.getCode() == OFFlowModFailedCode.TABLE_FULL;
            case OFGroupModFailedErrorMsg group ->
                group.getCode() == OFGroupModFailedCode.OUT_OF_GROUPS
                        || group.getCode() == OFGroupModFailedCode.OUT_OF_BUCKETS;
            default -> false;
        };
    }

    @Override
    public boolean isDone() {
        return report.isDone();
    }

    @Override
    public void fail(IOException reason) {
        report.completeExceptionally(reason);
    }
}
