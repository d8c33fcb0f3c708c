package io.heddle.controller.onos.openflow;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Bytes into messages, by the length in the header (OpenFlow 1.3.5 section 7.1):
 *
 * <pre>
 *  version:8 | type:8 | length:16 | xid:32 | ...
 * </pre>
 *
 * The length has 16 bits, so a message is held only up to 64 KiB. A length below the header's own is garbage and ends the connection.
 */
final class Frames extends ChannelInboundHandlerAdapter {

    static final int HEADER = 8;
    private static final int LENGTH_AT = 2;

    private ByteBuf pending = Unpooled.EMPTY_BUFFER;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (!pending.isReadable()) {
                split(context, bytes);
                keep(context, bytes);
            } else {
                pending.writeBytes(bytes);
                split(context, pending);
                pending.discardReadBytes();
            }
        } finally {
            bytes.release();
        }
    }

    private void keep(ChannelHandlerContext context, ByteBuf rest) {
        if (rest.isReadable()) {
            pending.release();
            pending = context.alloc().buffer(rest.readableBytes()).writeBytes(rest);
        }
    }

    private static void split(ChannelHandlerContext context, ByteBuf bytes) {
        while (bytes.readableBytes() >= HEADER && context.channel().isOpen()) {
            int length = bytes.getUnsignedShort(bytes.readerIndex() + LENGTH_AT);
            if (length < HEADER) {
                context.fireUserEventTriggered(
                        new Garbage("a message says it is " + length + " bytes long; expected 8 or more"));
                return;
            }
            if (bytes.readableBytes() < length) {
                return;
            }
            context.fireChannelRead(bytes.readSlice(length));
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        pending.release();
        pending = Unpooled.EMPTY_BUFFER;
    }

    /** What came cannot be read any further. */
    record Garbage(String reason) {}
}
