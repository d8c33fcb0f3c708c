package io.heddle.controller.onos.openflow;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;

/** Something asked of a switch, until it is answered. Used on the channel's thread. */
interface Work {

    /** Sends what can be sent now. */
    void proceed();

    /** Takes a message that it reads itself; false leaves it to the channel. */
    boolean raw(ByteBuf frame);

    void barrier(long xid);

    void error(OFErrorMsg error);

    boolean isDone();

    void fail(IOException reason);
}
