package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.model.fabric.DeviceName;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Sets up switches by their databases: give each a {@link SwitchSetup} whenever it changes; it holds as soon as the switch can be reached, and
 * what somebody else changes is put right, by the controller that leads. One thread serves all.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the loop's own end needs nobody to look at it
public final class OvsdbProvider implements AutoCloseable {

    /** A transaction that sets up a switch of a thousand ports is below a megabyte. */
    private static final WriteBufferWaterMark WATER = new WriteBufferWaterMark(1 << 20, 64 << 20);

    private static final int CONNECT_MILLIS = 5000;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("heddle-ovsdb", true), NioIoHandler.newFactory());
    private final SortedMap<DeviceName, OvsdbSwitch> switches = new TreeMap<>();

    /** Of the only controller. */
    public OvsdbProvider(Map<DeviceName, SocketAddress> addresses, OvsdbEvents events, Duration tick) {
        this(addresses, events, tick, new Lead.Alone(), Optional.empty());
    }

    /**
     * Begins to connect.
     *
     * @param addresses where the databases listen: TCP (port 6640 by IANA) or socket files
     * @param tick how often a silent connection is looked at; four ticks without a byte end it
     * @param first whether this controller leads at first
     * @param tls for databases that are reached by TCP
     */
    public OvsdbProvider(
            Map<DeviceName, SocketAddress> addresses,
            OvsdbEvents events,
            Duration tick,
            Lead first,
            Optional<SwitchTls> tls) {
        addresses.forEach((name, address) -> switches.put(name, connecting(name, address, events, tick, first, tls)));
        switches.values().forEach(each -> loop.execute(each::connect));
    }

    private OvsdbSwitch connecting(
            DeviceName name,
            SocketAddress address,
            OvsdbEvents events,
            Duration tick,
            Lead first,
            Optional<SwitchTls> tls) {
        boolean file = address instanceof UnixDomainSocketAddress;
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(file ? NioDomainSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER);
        OvsdbSwitch one = new OvsdbSwitch(name, address, bootstrap, loop.next(), events, first);
        bootstrap.handler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                Optional<SwitchTls> over = tls.filter(_ -> !file);
                over.ifPresent(each -> channel.pipeline().addLast(new SslHandler(each.client())));
                channel.pipeline().addLast(new JsonFrames(), one.on(channel, tick, over));
            }
        });
        return one;
    }

    /** What a switch is to be from now on. */
    public void want(DeviceName device, SwitchSetup setup) {
        OvsdbSwitch found = found(device);
        loop.execute(() -> found.want(setup));
    }

    /** From now on this controller leads, or does not; what was wanted before this call is what a leader begins with. */
    public void lead(Lead now) {
        switches.values().forEach(each -> loop.execute(() -> each.lead(now)));
    }

    /** Ends every connection and opens it again, with what certificates there are now. */
    public void reconnect(String reason) {
        switches.values().forEach(each -> loop.execute(() -> each.reconnect(reason)));
    }

    public SwitchReport report(DeviceName device) {
        return found(device).report();
    }

    private OvsdbSwitch found(DeviceName device) {
        OvsdbSwitch found = switches.get(device);
        if (found == null) {
            throw new IllegalArgumentException(device + " has no database");
        }
        return found;
    }

    /** Ends every connection. Switches stay as they are. */
    @Override
    public void close() {
        switches.values().forEach(each -> loop.execute(each::close));
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
