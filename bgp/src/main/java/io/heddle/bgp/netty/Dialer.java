package io.heddle.bgp.netty;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.model.net.IpAddress;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Our own connects, one at a time for each peer. Single-threaded. */
@SuppressWarnings("FutureReturnValueIgnored") // what comes of an attempt is told to its listener
final class Dialer {

    private final EventLoop eventLoop;
    private final Platform platform;
    private final Loop loop;
    private final Map<Integer, ChannelFuture> attempts = new HashMap<>();

    Dialer(EventLoop eventLoop, Platform platform, Loop loop) {
        this.eventLoop = eventLoop;
        this.platform = platform;
        this.loop = loop;
    }

    void dial(int peer, TransportConfig transport) {
        ChannelFuture attempt;
        try {
            attempt = start(transport);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The interface is gone, or an option is not to be had: the peer cannot be reached now, perhaps later.
            eventLoop.execute(() -> loop.connectFailed(peer, String.valueOf(e.getMessage())));
            return;
        }
        attempts.put(peer, attempt);
        attempt.addListener(_ -> ended(peer, attempt));
    }

    private ChannelFuture start(TransportConfig transport) {
        Bootstrap bootstrap = Sockets.client(eventLoop, platform);
        bootstrap.handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                if (PeerSockets.needed(transport)) {
                    requireOptions(transport);
                    PeerSockets.ttl(channel, transport);
                    if (transport.password() != null) {
                        PeerSockets.md5(channel, null, List.of(transport));
                    }
                }
            }
        });
        IpAddress local = transport.localAddress();
        if (local != null) {
            bootstrap.localAddress(new InetSocketAddress(Addresses.toJdk(local, transport.networkInterface()), 0));
        }
        return bootstrap.connect(new InetSocketAddress(
                Addresses.toJdk(transport.address(), transport.networkInterface()), transport.port()));
    }

    private void requireOptions(TransportConfig transport) {
        if (!platform.options()) {
            throw new IllegalStateException(
                    "TTL or MD5 of " + transport + " needs the epoll transport, which is not there");
        }
    }

    private void ended(int peer, ChannelFuture attempt) {
        if (!attempts.remove(peer, attempt)) {
            Closing.now(attempt.channel());
        } else if (attempt.isSuccess() && attempt.channel().remoteAddress() == null) {
            Closing.now(attempt.channel());
            loop.connectFailed(peer, "closed by the peer at once");
        } else if (attempt.isSuccess()) {
            loop.connected(peer, attempt.channel());
        } else {
            Throwable cause = attempt.cause();
            String text = cause == null ? null : cause.getMessage();
            loop.connectFailed(peer, text == null ? String.valueOf(cause) : text);
        }
    }

    void stop(int peer) {
        ChannelFuture attempt = attempts.remove(peer);
        if (attempt != null) {
            Closing.now(attempt.channel());
        }
    }
}
