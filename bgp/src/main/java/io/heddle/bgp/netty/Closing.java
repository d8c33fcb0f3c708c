package io.heddle.bgp.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The ways a connection ends. Closing a socket that has unread bytes resets it and may take the NOTIFICATION with it: so our side is
 * shut first and what comes is thrown away until the peer closes or the time is over.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the connection hears of its end in channelInactive
final class Closing {

    private Closing() {}

    /** Closed after {@code linger} whatever the peer does. */
    static void bound(Channel channel, Duration linger) {
        channel.eventLoop().schedule(() -> channel.close(), linger.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Everything was handed to the socket: no more comes from us. */
    static void finish(Channel channel) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> ((DuplexChannel) channel).shutdownOutput());
    }

    static void now(Channel channel) {
        channel.close();
    }

    /** Reset at once: costs nothing more, leaves nothing behind. */
    static void refuse(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
