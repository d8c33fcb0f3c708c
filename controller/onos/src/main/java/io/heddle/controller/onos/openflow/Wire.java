package io.heddle.controller.onos.openflow;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import org.projectfloodlight.openflow.protocol.OFFactories;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFMessageReader;
import org.projectfloodlight.openflow.protocol.OFVersion;

/** Writes messages to a channel and numbers them. Used on the channel's thread. */
@SuppressWarnings("FutureReturnValueIgnored") // a void promise: a failed write is an exception of the channel
final class Wire {

    static final int VERSION = 4;
    static final int TYPE_HELLO = 0;
    static final int TYPE_EXPERIMENTER = 4;
    static final int TYPE_MULTIPART_REPLY = 19;
    static final int TYPE_ROLE_REPLY = 25;

    /** Where a message has its transaction number. */
    static final int XID_AT = 4;

    static final OFFactory FACTORY = OFFactories.getFactory(OFVersion.OF_13);
    static final OFMessageReader<OFMessage> READER = OFFactories.getGenericReader();

    private static final long LAST_XID = 0xFFFF_FFFFL;

    private final Channel channel;
    private long next = 1;

    Wire(Channel channel) {
        this.channel = channel;
    }

    long xid() {
        return xids(1);
    }

    /** The first of as many transaction numbers in a row. */
    long xids(int count) {
        if (next + count > LAST_XID) {
            next = 1;
        }
        long first = next;
        next += count;
        return first;
    }

    void send(OFMessage message) {
        ByteBuf buffer = channel.alloc().buffer(256);
        message.writeTo(buffer);
        channel.write(buffer, channel.voidPromise());
    }

    void flush() {
        channel.flush();
    }

    boolean isWritable() {
        return channel.isWritable();
    }
}
