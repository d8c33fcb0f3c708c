package io.heddle.controller.onos.openflow;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFControllerRole;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFRoleReply;
import org.projectfloodlight.openflow.protocol.OFRoleRequestFailedCode;
import org.projectfloodlight.openflow.protocol.errormsg.OFRoleRequestFailedErrorMsg;
import org.projectfloodlight.openflow.types.U64;

/**
 * A role asked for (OpenFlow 1.3.5 sections 6.3.4 and 7.3.9). A switch compares the generation of who wants to be slave too, so that one is
 * asked of the switch first; who wants to be master says its own, and asks only what the switch's is when it was refused as stale.
 */
final class RoleRequest implements Work {

    /** What a switch says that never had a master. */
    private static final long UNDEFINED = -1;

    private final Wire wire;
    private final OptionalLong generation;
    private final CompletableFuture<RoleAnswer> answer = new CompletableFuture<>();
    private long asked = -1;
    private OFControllerRole asking = OFControllerRole.ROLE_NOCHANGE;

    /** @param generation of the master to be; empty for who wants to be slave */
    RoleRequest(Wire wire, OptionalLong generation) {
        this.wire = wire;
        this.generation = generation;
    }

    CompletableFuture<RoleAnswer> answer() {
        return answer;
    }

    @Override
    public void proceed() {
        if (asked >= 0) {
            return;
        }
        if (generation.isPresent()) {
            ask(OFControllerRole.ROLE_MASTER, generation.getAsLong());
        } else {
            ask(OFControllerRole.ROLE_NOCHANGE, 0);
        }
    }

    private void ask(OFControllerRole role, long of) {
        asking = role;
        asked = wire.xid();
        wire.send(Wire.FACTORY
                .buildRoleRequest()
                .setXid(asked)
                .setRole(role)
                .setGenerationId(U64.of(of))
                .build());
        wire.flush();
    }

    @Override
    public boolean raw(ByteBuf frame) {
        int start = frame.readerIndex();
        if (frame.getUnsignedByte(start + 1) != Wire.TYPE_ROLE_REPLY
                || frame.getUnsignedInt(start + Wire.XID_AT) != asked) {
            return false;
        }
        try {
            if (!(Wire.READER.readFrom(frame) instanceof OFRoleReply reply)) {
                throw new IllegalArgumentException("answered a question for a role with something else");
            }
            long known = reply.getGenerationId().getValue();
            if (asking != OFControllerRole.ROLE_NOCHANGE) {
                answer.complete(new RoleAnswer.Granted());
            } else if (generation.isPresent()) {
                answer.complete(new RoleAnswer.Stale(known));
            } else {
                ask(OFControllerRole.ROLE_SLAVE, known == UNDEFINED ? 0 : known);
            }
        } catch (OFParseError e) {
            throw new IllegalArgumentException("a role that cannot be read", e);
        }
        return true;
    }

    @Override
    public void barrier(long xid) {}

    @Override
    public void error(OFErrorMsg error) {
        if (error.getXid() != asked) {
            return;
        }
        boolean stale = error instanceof OFRoleRequestFailedErrorMsg failed
                && failed.getCode() == OFRoleRequestFailedCode.STALE;
        if (!stale) {
            answer.complete(new RoleAnswer.Refused(String.valueOf(error)));
        } else if (generation.isPresent()) {
            ask(OFControllerRole.ROLE_NOCHANGE, 0);
        } else {
            asked = -1; // another became master between the two questions
            proceed();
        }
    }

    @Override
    public boolean isDone() {
        return answer.isDone();
    }

    @Override
    public void fail(IOException reason) {
        answer.completeExceptionally(reason);
    }
}
