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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where peers connect to us, with the options that known peers ask for. Single-threaded once it listens. */
final class Listeners {

    private final Platform platform;
    private final List<Channel> listening = new ArrayList<>();
    private final Map<IpAddress, TransportConfig> peers = new LinkedHashMap<>();
    private final Map<IpAddress, Loop> owners = new HashMap<>();
    private @Nullable Loop host;

    Listeners(Platform platform) {
        this.platform = platform;
    }

    /** Who gets the connections of addresses that nobody expects; without one they are refused. */
    void strangersTo(Loop loop) {
        host = loop;
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
    void expect(TransportConfig transport, Loop owner) {
        peers.put(transport.address(), transport);
        owners.put(transport.address(), owner);
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

    /** The speaker of these peers is gone. */
    void forget(Loop owner) {
        owners.entrySet().removeIf(each -> {
            boolean its = each.getValue() == owner;
            if (its) {
                peers.remove(each.getKey());
            }
            return its;
        });
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

    /** Hands a connection to its loop once it is there, and steps aside. */
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
            IpAddress remote = Addresses.of((InetSocketAddress) channel.remoteAddress());
            TransportConfig known = peers.get(remote);
            if (known != null && PeerSockets.needed(known)) {
                PeerSockets.ttl(channel, known);
            }
            Loop owner = owners.getOrDefault(remote, host);
            if (owner == null) {
                Closing.refuse(channel);
            } else {
                owner.accepted(channel);
            }
        }
    }
}
