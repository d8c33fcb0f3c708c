package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.pipeline.Cookie;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFFlowStatsReply;

/**
 * The entries of a flow statistics reply (OpenFlow 1.3.5 section 7.3.5.2), one by one. Each is given to the decoder as a reply of its own,
 * since the decoder gives up a whole reply over one action that it does not know; entries without a cookie of ours it never sees.
 */
final class FlowEntries {

    private static final int TYPE_AT = 8;
    private static final int TYPE_FLOW = 1;
    private static final int FLAGS_AT = 10;
    private static final int MORE = 1;
    private static final int BODY_AT = 16;
    private static final int COOKIE_AT = 24;
    private static final int MATCH_AT = 48;
    private static final int LENGTH_AT = 2;

    private final StateReading reading;
    private final ByteBuf single = Unpooled.buffer(1024);

    FlowEntries(StateReading reading) {
        this.reading = reading;
    }

    /** Whether more replies follow. Throws {@link IllegalArgumentException} for what is no such reply. */
    boolean read(ByteBuf frame) {
        int start = frame.readerIndex();
        if (frame.readableBytes() < BODY_AT || frame.getUnsignedShort(start + TYPE_AT) != TYPE_FLOW) {
            throw new IllegalArgumentException("answered a question for flows with something else");
        }
        int at = start + BODY_AT;
        while (at < frame.writerIndex()) {
            int length = frame.writerIndex() - at < 2 ? 0 : frame.getUnsignedShort(at);
            if (length < MATCH_AT || at + length > frame.writerIndex()) {
                throw new IllegalArgumentException("a flow entry says it is " + length + " bytes long");
            }
            entry(frame, start, at, length);
            at += length;
        }
        return (frame.getUnsignedShort(start + FLAGS_AT) & MORE) != 0;
    }

    private void entry(ByteBuf frame, int start, int at, int length) {
        if ((frame.getLong(at + COOKIE_AT) & Cookie.OWNER_MASK) != Cookie.OURS) {
            reading.foreign();
            return;
        }
        try {
            single(frame, start, at, length);
            reading.flow(decode(), true);
        } catch (OFParseError | RuntimeException tampered) {
            // Ours by cookie, with something in it that we never write: its match alone says what to put right.
            reading.flow(withoutInstructions(frame, start, at, length), false);
        }
    }

    private void single(ByteBuf frame, int start, int at, int length) {
        single.clear();
        single.writeBytes(frame, start, BODY_AT).writeBytes(frame, at, length);
        single.setShort(LENGTH_AT, BODY_AT + length);
    }

    private org.projectfloodlight.openflow.protocol.OFFlowStatsEntry decode() throws OFParseError {
        if (Wire.READER.readFrom(single) instanceof OFFlowStatsReply reply
                && reply.getEntries().size() == 1) {
            return reply.getEntries().getFirst();
        }
        throw new OFParseError("not one flow entry");
    }

    private org.projectfloodlight.openflow.protocol.OFFlowStatsEntry withoutInstructions(
            ByteBuf frame, int start, int at, int length) {
        // The match is padded to a multiple of eight (section 7.2.3).
        int match = frame.getUnsignedShort(at + MATCH_AT + LENGTH_AT) + 7 & ~7;
        int shorter = MATCH_AT + match;
        if (shorter > length) {
            throw new IllegalArgumentException("the match of a flow entry says it is " + match + " bytes long");
        }
        single(frame, start, at, shorter);
        single.setShort(BODY_AT, shorter);
        try {
            return decode();
        } catch (OFParseError e) {
            throw new IllegalArgumentException("a flow entry with a match that cannot be read", e);
        }
    }
}
