package io.heddle.controller.onos.ovsdb;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Bytes into JSON objects. RFC 7047 section 4 puts messages one after the other with nothing between, so an object ends where its braces do;
 * braces within strings do not count. What is no object, or longer than {@link #LONGEST}, is {@link Garbage}.
 */
final class JsonFrames extends ChannelInboundHandlerAdapter {

    /** Bytes of a message: the first answer of a switch with thousands of ports has a few million. */
    static final int LONGEST = 16 << 20;

    /** What came cannot be read any further. */
    record Garbage(String reason) {}

    private ByteBuf pending = Unpooled.EMPTY_BUFFER;
    /** Where in {@link #pending} to go on. */
    private int looked;

    private int depth;
    private boolean quoted;
    private boolean escaped;
    private boolean ended;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (ended) {
                return;
            }
            if (!pending.isReadable()) {
                release();
                pending = context.alloc().buffer(bytes.readableBytes());
            }
            pending.writeBytes(bytes);
            split(context);
        } finally {
            bytes.release();
        }
    }

    private void split(ChannelHandlerContext context) {
        while (!ended && looked < pending.writerIndex()) {
            byte each = pending.getByte(looked++);
            if (depth == 0 && isSpace(each)) {
                pending.readerIndex(looked);
            } else if (depth == 0 && each != '{') {
                garbage(context, "no message begins with byte 0x%02x; expected '{'".formatted(each & 0xFF));
            } else if (isEnd(each)) {
                context.fireChannelRead(
                        ByteBufUtil.getBytes(pending, pending.readerIndex(), looked - pending.readerIndex()));
                pending.readerIndex(looked);
            } else if (looked - pending.readerIndex() > LONGEST) {
                garbage(context, "a message is longer than " + LONGEST + " bytes");
            }
        }
        if (pending.isReadable()) {
            looked -= pending.readerIndex();
            pending.discardReadBytes();
        } else {
            release();
        }
    }

    private static boolean isSpace(byte each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }

    /** Whether the outermost object ends with this byte. UTF-8 has no quote, backslash or brace within a character. */
    private boolean isEnd(byte each) {
        if (quoted) {
            quoted = escaped || each != '"';
            escaped = !escaped && each == '\\';
            return false;
        }
        switch (each) {
            case '"' -> quoted = true;
            case '{' -> depth++;
            case '}' -> depth--;
            default -> {}
        }
        return depth == 0;
    }

    private void garbage(ChannelHandlerContext context, String reason) {
        ended = true;
        context.fireUserEventTriggered(new Garbage(reason));
    }

    private void release() {
        pending.release();
        pending = Unpooled.EMPTY_BUFFER;
        looked = 0;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        release();
    }
}
