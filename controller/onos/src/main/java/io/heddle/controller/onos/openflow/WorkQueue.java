package io.heddle.controller.onos.openflow;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;

/** What is asked of a switch: one thing after the other, each until it is answered. Used on the channel's thread. */
final class WorkQueue {

    private final Deque<Work> work = new ArrayDeque<>();

    void add(Work added) {
        work.add(added);
        if (work.size() == 1) {
            proceed();
            settle();
        }
    }

    /** There is room to send again. */
    void writable() {
        proceed();
        settle();
    }

    /** Whether a message is an answer that the work at hand reads itself. */
    boolean raw(ByteBuf frame) {
        Work now = work.peek();
        boolean taken = now != null && now.raw(frame);
        if (taken) {
            settle();
        }
        return taken;
    }

    /** Whether there is work that an error can be about. */
    boolean error(OFErrorMsg error) {
        Work now = work.peek();
        if (now != null) {
            now.error(error);
            settle();
        }
        return now != null;
    }

    void barrier(long xid) {
        Work now = work.peek();
        if (now != null) {
            now.barrier(xid);
            settle();
        }
    }

    /** The channel has ended. */
    void fail(IOException reason) {
        work.forEach(each -> each.fail(reason));
        work.clear();
    }

    /** Takes finished work away and starts the next. */
    private void settle() {
        while (!work.isEmpty() && work.peek().isDone()) {
            work.remove();
            proceed();
        }
    }

    /** A message that cannot be built fails its work and leaves the channel as it is. */
    private void proceed() {
        Work next = work.peek();
        if (next != null) {
            try {
                next.proceed();
            } catch (IllegalArgumentException unsayable) {
                next.fail(new IOException("no OpenFlow message says this", unsayable));
            }
        }
    }
}
