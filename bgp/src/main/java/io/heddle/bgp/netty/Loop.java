package io.heddle.bgp.netty;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.model.net.IpAddress;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The speaker and its connections on the event loop: every call into the speaker goes through here. Single-threaded. */
final class Loop {

    private final TransportOptions options;
    private final LongSupplier clock;
    private final Consumer<Throwable> troubles;
    private final IntObjectMap<Connection> connections = new IntObjectHashMap<>();
    private final Admission admission;
    private final Requests requests;
    private final Speaker speaker;
    private final Pump pump;
    private final Scratch scratch;
    PathWatch paths = PathWatch.NONE;

    Loop(
            EventLoop eventLoop,
            Platform platform,
            TransportOptions options,
            LongSupplier clock,
            Consumer<Throwable> troubles,
            Scratch scratch,
            Function<Requests, Speaker> speaker) {
        this.options = options;
        this.clock = clock;
        this.troubles = troubles;
        this.scratch = scratch;
        admission = new Admission(options.maxConnections(), options.maxPerAddress());
        requests = new Requests(eventLoop, new Dialer(eventLoop, platform, this), this);
        this.speaker = speaker.apply(requests);
        pump = new Pump(eventLoop, this.speaker, clock, scratch.out(), requests::settle);
    }

    long now() {
        return clock.getAsLong();
    }

    Admission admission() {
        return admission;
    }

    /** Something for the speaker to do, and then what it asks for. */
    <T> T call(SpeakerCall<T> call) {
        T answer = call.on(speaker, now());
        requests.settle();
        return answer;
    }

    /** The peer connected to us, and is reading nothing yet. */
    void accepted(Channel channel) {
        InetSocketAddress from = (InetSocketAddress) channel.remoteAddress();
        IpAddress remote = Addresses.of(from);
        if (!admission.admits(remote)) {
            Closing.refuse(channel);
            return;
        }
        channel.closeFuture().addListener(_ -> admission.left(remote));
        IpAddress local = Addresses.of((InetSocketAddress) channel.localAddress());
        String networkInterface = Addresses.networkInterface(from);
        begin(channel, remote, speaker.accepted(remote, local, networkInterface, now()));
    }

    /** Our connect succeeded. */
    void connected(int peer, Channel channel) {
        IpAddress remote = Addresses.of((InetSocketAddress) channel.remoteAddress());
        IpAddress local = Addresses.of((InetSocketAddress) channel.localAddress());
        begin(channel, remote, speaker.connected(peer, remote, local, now()));
    }

    void connectFailed(int peer, String reason) {
        run((to, now) -> to.connectFailed(peer, reason, now));
    }

    /** What the speaker asks for in the call that gives the number is about that number: so the connection is known first. */
    private void begin(Channel channel, IpAddress remote, int number) {
        if (number == Speaker.REFUSED) {
            Closing.refuse(channel);
        } else {
            Connection connection = new Connection(this, channel, remote, number);
            connections.put(number, connection);
            channel.pipeline().addLast(connection);
            channel.config().setAutoRead(true);
        }
        requests.settle();
    }

    void received(Connection connection, ByteBuf bytes) {
        byte[] rest = connection.rest();
        int length = rest.length + bytes.readableBytes();
        byte[] in = scratch.in(length);
        System.arraycopy(rest, 0, in, 0, rest.length);
        bytes.readBytes(in, rest.length, length - rest.length);
        int used = speaker.received(connection.number, in, 0, length, now());
        connection.keep(in, used, length);
        requests.settle();
    }

    void writable(Connection connection) {
        if (connection.wantsToWrite && connection.channel.isWritable()) {
            pump.wake(connection);
        }
    }

    void gone(Connection connection) {
        connections.remove(connection.number);
        run((to, now) -> to.closed(connection.number, connection.reason(), now));
    }

    void failed(Connection connection, Throwable cause) {
        if (!(cause instanceof java.io.IOException)) {
            troubles.accept(new IllegalStateException("connection with " + connection.remote, cause));
        }
    }

    void tick() {
        run(Speaker::tick);
    }

    // What the speaker asks for, after its call.

    void close(int number) {
        Connection connection = connections.get(number);
        if (connection != null && !connection.closing) {
            connection.closing = true;
            Closing.bound(connection.channel, options.linger());
            wantsToWrite(number);
        }
    }

    void wantsToWrite(int number) {
        Connection connection = connections.get(number);
        if (connection != null) {
            connection.wantsToWrite = true;
            writable(connection);
        }
    }

    void run(SpeakerTask task) {
        call((to, now) -> {
            task.on(to, now);
            return true;
        });
    }

    /** Ends every connection at once. */
    void closeAll() {
        for (Connection each : List.copyOf(connections.values())) {
            Closing.now(each.channel);
        }
    }
}
