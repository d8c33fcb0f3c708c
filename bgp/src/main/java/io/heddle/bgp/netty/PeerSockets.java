package io.heddle.bgp.netty;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.model.net.IpAddress;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The socket options that a peer's {@link TransportConfig} asks for, on Linux. */
final class PeerSockets {

    // linux/in.h, linux/in6.h, linux/ipv6.h
    private static final int IPPROTO_IP = 0;
    private static final int IPPROTO_IPV6 = 41;
    private static final ChannelOption<Integer> IP_TTL = new IntegerUnixChannelOption("IP_TTL", IPPROTO_IP, 2);
    private static final ChannelOption<Integer> IP_MINTTL = new IntegerUnixChannelOption("IP_MINTTL", IPPROTO_IP, 21);
    private static final ChannelOption<Integer> IPV6_UNICAST_HOPS =
            new IntegerUnixChannelOption("IPV6_UNICAST_HOPS", IPPROTO_IPV6, 16);
    private static final ChannelOption<Integer> IPV6_MINHOPCOUNT =
            new IntegerUnixChannelOption("IPV6_MINHOPCOUNT", IPPROTO_IPV6, 73);

    /** The TTL of what comes straight from a neighbour (RFC 5082 section 3). */
    private static final int MAX_TTL = 255;

    private PeerSockets() {}

    static boolean needed(TransportConfig transport) {
        return transport.password() != null || transport.ttlSecurity() || transport.hops() < MAX_TTL;
    }

    /** TTL and, with TTL security, the least TTL that is taken. */
    static void ttl(Channel channel, TransportConfig transport) {
        boolean v4 = transport.address().isV4();
        if (transport.ttlSecurity()) {
            set(channel, v4 ? IP_TTL : IPV6_UNICAST_HOPS, MAX_TTL);
            set(channel, v4 ? IP_MINTTL : IPV6_MINHOPCOUNT, MAX_TTL + 1 - transport.hops());
        } else if (transport.hops() < MAX_TTL) {
            set(channel, v4 ? IP_TTL : IPV6_UNICAST_HOPS, transport.hops());
        }
    }

    /** Everything a listener sends, also the answer to a first SYN, must pass the peers' TTL security. */
    static void listenerTtl(Channel listener, boolean v4) {
        set(listener, IP_TTL, MAX_TTL);
        if (!v4) {
            set(listener, IPV6_UNICAST_HOPS, MAX_TTL);
        }
    }

    /** The keys of RFC 2385 of all {@code peers} that have one and can reach a socket on {@code local}. */
    static void md5(Channel channel, @Nullable IpAddress local, Iterable<TransportConfig> peers) {
        Map<InetAddress, byte[]> keys = new LinkedHashMap<>();
        for (TransportConfig each : peers) {
            String password = each.password();
            boolean reaches = local == null
                    || local.family() == each.address().family()
                    || !local.isV4() && local.high() == 0 && local.low() == 0;
            if (password != null && reaches) {
                keys.put(
                        Addresses.toJdk(each.address(), each.networkInterface()),
                        password.getBytes(StandardCharsets.UTF_8));
            }
        }
        channel.config().setOption(EpollChannelOption.TCP_MD5SIG, keys);
    }

    private static void set(Channel channel, ChannelOption<Integer> option, int value) {
        if (!channel.config().setOption(option, value)) {
            throw new IllegalStateException("socket option " + option + " is not to be had on " + channel);
        }
    }
}
