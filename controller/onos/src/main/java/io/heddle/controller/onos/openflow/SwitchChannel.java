package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.OnosIds;
import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.onos.change.Change;
import io.heddle.controller.onos.change.SwitchState;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onosproject.net.DeviceId;
import org.projectfloodlight.openflow.exceptions.OFParseError;
import org.projectfloodlight.openflow.protocol.OFBarrierReply;
import org.projectfloodlight.openflow.protocol.OFEchoReply;
import org.projectfloodlight.openflow.protocol.OFEchoRequest;
import org.projectfloodlight.openflow.protocol.OFErrorMsg;
import org.projectfloodlight.openflow.protocol.OFFeaturesReply;
import org.projectfloodlight.openflow.protocol.OFHello;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.protocol.OFPacketIn;
import org.projectfloodlight.openflow.protocol.OFPortDescStatsReply;
import org.projectfloodlight.openflow.protocol.OFPortStatus;
import org.projectfloodlight.openflow.protocol.OFStatsReply;
import org.projectfloodlight.openflow.protocol.match.MatchField;

/**
 * One switch's channel: hello, features, ports, then work. Single-threaded but for {@link #push}, {@link #read}, roles and {@link
 * #disconnect}, which hand over to the channel's thread. Nothing that a peer sends gets further than ending its own channel.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the channel hears of its end in channelInactive
final class SwitchChannel extends ChannelInboundHandlerAdapter implements OpenFlowSwitch {

    private final Channel channel;
    private final SwitchEvents events;
    private final Datapaths datapaths;
    private final Duration tick;
    private final DescribedPorts ports = new DescribedPorts();
    private final WorkQueue work = new WorkQueue();
    private final Silence silence = new Silence();
    private final Optional<SwitchTls> tls;
    private final Wire wire;

    private Handshake at = Handshake.HELLO;
    private long datapathId;
    private @Nullable DeviceId device;
    private @Nullable Future<?> ticking;
    private String ending = "the peer closed";

    private enum Handshake {
        HELLO,
        FEATURES,
        PORTS,
        READY,
        ENDED
    }

    SwitchChannel(Channel channel, SwitchEvents events, Datapaths datapaths, Duration tick, Optional<SwitchTls> tls) {
        this.tls = tls;
        this.channel = channel;
        this.events = events;
        this.datapaths = datapaths;
        this.tick = tick;
        wire = new Wire(channel);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        ticking = channel.eventLoop()
                .scheduleAtFixedRate(this::tick, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
        wire.send(Wire.FACTORY.buildHello().setXid(wire.xid()).build());
        wire.flush();
    }

    private void tick() {
        boolean ready = at == Handshake.READY;
        switch (silence.tick(ready)) {
            case GIVE_UP ->
                end(
                        ready
                                ? "silent for " + Silence.MOST_TICKS + " ticks"
                                : "no handshake in " + Silence.MOST_TICKS + " ticks, got as far as " + at);
            case ASK -> {
                wire.send(Wire.FACTORY.buildEchoRequest().setXid(wire.xid()).build());
                wire.flush();
            }
            case NOTHING -> {}
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        silence.heard();
        ByteBuf frame = (ByteBuf) message;
        int version = frame.getUnsignedByte(frame.readerIndex());
        if (at == Handshake.ENDED) {
            return;
        }
        if (at == Handshake.HELLO ? version < Wire.VERSION : version != Wire.VERSION) {
            end("speaks OpenFlow version " + version + " on the wire; expected " + Wire.VERSION + " (OpenFlow 1.3)");
            return;
        }
        try {
            if (at == Handshake.READY && work.raw(frame)) {
                return;
            }
            if (at == Handshake.HELLO) {
                hello(frame);
                return;
            }
            if (frame.getUnsignedByte(frame.readerIndex() + 1) == Wire.TYPE_EXPERIMENTER) {
                // Nothing is asked by experimenters' messages. Open vSwitch tells a master by one that another took its
                // place.
                return;
            }
            OFMessage read = Wire.READER.readFrom(frame);
            if (read != null) {
                message(read);
            }
        } catch (OFParseError | RuntimeException garbage) {
            // The decoder is a library's: whatever it throws at hostile bytes ends this channel and nothing else.
            end("sent what is no OpenFlow 1.3: " + garbage);
        }
    }

    /** Only the type of the first message counts: later versions have hello elements that are not known here. */
    private void hello(ByteBuf frame) {
        if (frame.getUnsignedByte(frame.readerIndex() + 1) != Wire.TYPE_HELLO) {
            end("began with a message of type " + frame.getUnsignedByte(frame.readerIndex() + 1)
                    + "; expected HELLO (0)");
            return;
        }
        at = Handshake.FEATURES;
        wire.send(Wire.FACTORY.buildFeaturesRequest().setXid(wire.xid()).build());
        wire.flush();
    }

    private void message(OFMessage message) {
        switch (message) {
            case OFEchoRequest echo -> {
                wire.send(Wire.FACTORY
                        .buildEchoReply()
                        .setXid(echo.getXid())
                        .setData(echo.getData())
                        .build());
                wire.flush();
            }
            case OFEchoReply _, OFHello _ -> {}
            case OFFeaturesReply features when at == Handshake.FEATURES -> features(features);
            case OFPortDescStatsReply reply when at == Handshake.PORTS -> ports(reply);
            case OFPortStatus status when at == Handshake.READY -> events.portChanged(this, ports.change(status));
            case OFPacketIn frame
            when at == Handshake.READY ->
                events.frame(
                        this,
                        Integer.toUnsignedLong(
                                frame.getMatch().get(MatchField.IN_PORT).getPortNumber()),
                        frame.getData());
            case OFErrorMsg error -> {
                if (at != Handshake.READY || !work.error(error)) {
                    end("refused the handshake: " + error.getErrType());
                }
            }
            case OFBarrierReply barrier when at == Handshake.READY -> work.barrier(barrier.getXid());
            case OFStatsReply _, OFBarrierReply _ -> {}
            default -> {
                // Messages nobody asked for, such as role status or flow removed, change nothing here.
            }
        }
    }

    private void features(OFFeaturesReply features) {
        long id = features.getDatapathId().getLong();
        if (features.getAuxiliaryId().getValue() != 0) {
            end("opened an auxiliary channel; expected none");
            return;
        }
        device = events.device(id).orElse(null);
        if (device == null) {
            end("datapath " + Long.toHexString(id) + " is no switch of this fabric");
        } else if (doubt(device).isPresent()) {
            end(doubt(device).get());
        } else if (!datapaths.take(id)) {
            end("datapath " + Long.toHexString(id) + " has a channel already");
        } else {
            datapathId = id;
            at = Handshake.PORTS;
            wire.send(Wire.FACTORY
                    .buildSetConfig()
                    .setXid(wire.xid())
                    .setMissSendLen(0xFFFF)
                    .build());
            wire.send(
                    Wire.FACTORY.buildPortDescStatsRequest().setXid(wire.xid()).build());
            wire.flush();
        }
    }

    /** A datapath id proves nothing: the certificate says which switch this is. */
    private Optional<String> doubt(DeviceId claimed) {
        SslHandler handler = channel.pipeline().get(SslHandler.class);
        return tls.filter(_ -> handler != null)
                .flatMap(each -> each.doubt(
                        handler.engine().getSession(),
                        OnosIds.deviceName(claimed).orElseThrow().value()));
    }

    private void ports(OFPortDescStatsReply reply) {
        reply.getEntries().forEach(ports::add);
        if (reply.getFlags().isEmpty()) {
            at = Handshake.READY;
            events.connected(this);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable()) {
            work.writable();
        }
    }

    private void begin(Work added) {
        if (at != Handshake.READY) {
            added.fail(new IOException("the channel has ended: " + ending));
            return;
        }
        work.add(added);
    }

    private void end(String reason) {
        ending = reason;
        channel.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Frames.Garbage(String reason)) {
            end(reason);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(SwitchTls.reason(cause));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Handshake before = at;
        at = Handshake.ENDED;
        if (ticking != null) {
            ticking.cancel(false);
        }
        if (before == Handshake.PORTS || before == Handshake.READY) {
            datapaths.give(datapathId);
        }
        work.fail(new IOException("the channel has ended: " + ending));
        if (before == Handshake.READY) {
            events.disconnected(this, ending);
        } else {
            events.refused(String.valueOf(channel.remoteAddress()), ending);
        }
    }

    @Override
    public long datapathId() {
        return datapathId;
    }

    @Override
    public DeviceId device() {
        if (device == null) {
            throw new IllegalStateException("no device before the handshake");
        }
        return device;
    }

    @Override
    public List<SwitchPort> ports() {
        return ports.all();
    }

    @Override
    public CompletableFuture<PushReport> push(List<Change> changes) {
        Push push = new Push(wire, changes);
        channel.eventLoop().execute(() -> begin(push));
        return push.report();
    }

    @Override
    public CompletableFuture<SwitchState> read() {
        Read read = new Read(wire, device());
        channel.eventLoop().execute(() -> begin(read));
        return read.state();
    }

    @Override
    public CompletableFuture<RoleAnswer> lead(long generation) {
        return role(OptionalLong.of(generation));
    }

    @Override
    public CompletableFuture<RoleAnswer> standBy() {
        return role(OptionalLong.empty());
    }

    private CompletableFuture<RoleAnswer> role(OptionalLong generation) {
        RoleRequest request = new RoleRequest(wire, generation);
        channel.eventLoop().execute(() -> begin(request));
        return request.answer();
    }

    @Override
    public void disconnect(String reason) {
        channel.eventLoop().execute(() -> end(reason));
    }
}
