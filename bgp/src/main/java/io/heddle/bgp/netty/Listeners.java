package io.heddle.bgp.netty;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.model.net.IpAddress;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where peers connect to us, with the options that known peers ask for. Single-threaded once it listens. */
final class Listeners {

    private final Platform platform;
    private final Loop loop;
    private final List<Channel> listening = new ArrayList<>();
    private final Map<IpAddress, TransportConfig> peers = new LinkedHashMap<>();

    Listeners(Platform platform, Loop loop) {
        this.platform = platform;
        this.loop = loop;
    }

    /**
     * Listens.
     *
     * @throws io.netty.channel.ChannelException or an IOException of the socket if the address is taken or not ours
     */
    void listen(EventLoop eventLoop, List<TransportOptions.ListenAddress> addresses) {
        for (TransportOptions.ListenAddress each : addresses) {
            listening.add(Sockets.server(eventLoop, platform)
                    .childHandler(new Arrivals())
                    .bind(new InetSocketAddress(Addresses.toJdk(each.address(), null), each.port()))
                    .syncUninterruptibly()
                    .channel());
        }
    }

    List<InetSocketAddress> addresses() {
        return listening.stream()
                .map(each -> (InetSocketAddress) each.localAddress())
                .toList();
    }

    /** A peer that may connect: its key and TTL are put in place before it does. */
    void expect(TransportConfig transport) {
        peers.put(transport.address(), transport);
        if (!PeerSockets.needed(transport)) {
            return;
        }
        if (!platform.options()) {
            throw new IllegalArgumentException(
                    "TTL or MD5 of " + transport + " needs the epoll transport, which is not there");
        }
        for (Channel each : listening) {
            IpAddress local = Addresses.of((InetSocketAddress) each.localAddress());
            PeerSockets.md5(each, local, peers.values());
            if (transport.ttlSecurity()) {
                PeerSockets.listenerTtl(each, local.isV4());
            }
        }
    }

    void close() {
        listening.forEach(Closing::now);
    }

    private final class Arrivals extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(new Arrival());
        }
    }

    /** Hands a connection to the loop once it is there, and steps aside. */
    private final class Arrival extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext context) {
            Channel channel = context.channel();
            channel.pipeline().remove(this);
            if (channel.remoteAddress() == null) {
                // Gone before it was accepted.
                Closing.now(channel);
                return;
            }
            TransportConfig known = peers.get(Addresses.of((InetSocketAddress) channel.remoteAddress()));
            if (known != null && PeerSockets.needed(known)) {
                PeerSockets.ttl(channel, known);
            }
            loop.accepted(channel);
        }
    }
}
