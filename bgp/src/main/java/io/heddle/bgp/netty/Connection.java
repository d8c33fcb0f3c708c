package io.heddle.bgp.netty;

import io.heddle.model.net.IpAddress;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;

/** A connection that the speaker knows by a number. Lives on the event loop. */
final class Connection extends ChannelInboundHandlerAdapter {

    private static final byte[] NOTHING = {};

    final Channel channel;
    final IpAddress remote;
    final int number;
    /** In the pump's queue. */
    boolean queued;
    /** The speaker has something to write, as far as it said. */
    boolean wantsToWrite;
    /** The speaker has done with it; what it still yields is sent, what comes is thrown away. */
    boolean closing;

    private final Loop loop;
    private byte[] rest = NOTHING;
    private String reason = "closed by the peer";

    Connection(Loop loop, Channel channel, IpAddress remote, int number) {
        this.loop = loop;
        this.channel = channel;
        this.remote = remote;
        this.number = number;
    }

    /** The beginning of a message whose end has not come. */
    byte[] rest() {
        return rest;
    }

    void keep(byte[] in, int from, int to) {
        rest = from == to ? NOTHING : Arrays.copyOfRange(in, from, to);
    }

    String reason() {
        return reason;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!closing) {
                loop.received(this, (ByteBuf) message);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        loop.writable(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        loop.gone(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        String text = cause.getMessage();
        reason = text == null ? cause.toString() : text;
        loop.failed(this, cause);
        Closing.now(context.channel());
    }
}
