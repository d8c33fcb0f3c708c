package io.heddle.bgp.netty;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.MessageFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Asks the speaker for bytes, one connection after the other while their sockets take them, and lets the loop read between turns.
 * Single-threaded.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a void promise: a failed write is an exception of the channel
final class Pump {

    /** Room for a message of any length, and enough to be worth a system call. */
    static final int FILL = 2 * (MessageFrame.MAX_EXTENDED_LENGTH + 1);

    /** What a turn may write before the loop looks at its sockets again. */
    private static final int TURN = 32 * FILL;

    private final EventLoop loop;
    private final Speaker speaker;
    private final LongSupplier clock;
    private final Runnable afterCall;
    private final Queue<Connection> waiting = new ArrayDeque<>();
    private final byte[] out;
    private boolean scheduled;

    Pump(EventLoop loop, Speaker speaker, LongSupplier clock, byte[] out, Runnable afterCall) {
        this.loop = loop;
        this.speaker = speaker;
        this.clock = clock;
        this.out = out;
        this.afterCall = afterCall;
    }

    /** The connection may be written to and may have something to write. */
    void wake(Connection connection) {
        if (connection.queued) {
            return;
        }
        connection.queued = true;
        waiting.add(connection);
        if (!scheduled) {
            scheduled = true;
            loop.execute(this::turn);
        }
    }

    private void turn() {
        scheduled = false;
        int budget = TURN;
        for (Connection next; budget > 0 && (next = waiting.poll()) != null; ) {
            next.queued = false;
            budget -= write(next);
        }
        if (!waiting.isEmpty() && !scheduled) {
            scheduled = true;
            loop.execute(this::turn);
        }
    }

    private int write(Connection connection) {
        Channel channel = connection.channel;
        if (!channel.isActive() || !channel.isWritable() || !connection.wantsToWrite) {
            return 0;
        }
        int length = speaker.fill(connection.number, out, 0, out.length, clock.getAsLong());
        if (length == 0) {
            connection.wantsToWrite = false;
            afterCall.run();
            if (connection.closing) {
                Closing.finish(channel);
            }
            return 0;
        }
        ByteBuf bytes = channel.alloc().directBuffer(length).writeBytes(out, 0, length);
        channel.writeAndFlush(bytes, channel.voidPromise());
        afterCall.run();
        wake(connection);
        return length;
    }
}
