package io.heddle.bgp.netty;

import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SpeakerDriver;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the speaker asks for within a call, carried out when the call has returned. Single-threaded. */
final class Requests implements SpeakerDriver {

    private sealed interface Request {
        record Dial(int peer, TransportConfig transport) implements Request {}

        record StopDialing(int peer) implements Request {}

        record Close(int connection) implements Request {}

        record Write(int connection) implements Request {}

        record Watch(int peer, BfdPath path, BfdTimers timers) implements Request {}

        record Unwatch(int peer) implements Request {}
    }

    private final EventLoop eventLoop;
    private final Dialer dialer;
    private final Loop loop;
    private final Queue<Request> noted = new ArrayDeque<>();
    private boolean settling;
    private long wakeAt = Long.MAX_VALUE;
    private long scheduledAt = Long.MAX_VALUE;
    private @Nullable ScheduledFuture<?> alarm;

    Requests(EventLoop eventLoop, Dialer dialer, Loop loop) {
        this.eventLoop = eventLoop;
        this.dialer = dialer;
        this.loop = loop;
    }

    @Override
    public void connect(int peer, TransportConfig transport) {
        noted.add(new Request.Dial(peer, transport));
    }

    @Override
    public void stopConnecting(int peer) {
        noted.add(new Request.StopDialing(peer));
    }

    @Override
    public void close(int connection) {
        noted.add(new Request.Close(connection));
    }

    @Override
    public void wantsToWrite(int connection) {
        noted.add(new Request.Write(connection));
    }

    @Override
    public void watchPath(int peer, BfdPath path, BfdTimers timers) {
        noted.add(new Request.Watch(peer, path, timers));
    }

    @Override
    public void unwatchPath(int peer) {
        noted.add(new Request.Unwatch(peer));
    }

    @Override
    public void wakeAt(long nanos) {
        wakeAt = nanos;
    }

    /** Carries out what was noted; what that leads to, too. */
    void settle() {
        if (settling) {
            return;
        }
        settling = true;
        try {
            for (Request next; (next = noted.poll()) != null; ) {
                carryOut(next);
            }
        } finally {
            settling = false;
        }
        setAlarm();
    }

    private void carryOut(Request request) {
        switch (request) {
            case Request.Dial dial -> dialer.dial(dial.peer(), dial.transport());
            case Request.StopDialing stop -> dialer.stop(stop.peer());
            case Request.Close close -> loop.close(close.connection());
            case Request.Write write -> loop.wantsToWrite(write.connection());
            case Request.Watch watch -> loop.paths.watch(watch.peer(), watch.path(), watch.timers());
            case Request.Unwatch unwatch -> loop.paths.unwatch(unwatch.peer());
        }
    }

    private void setAlarm() {
        if (wakeAt >= scheduledAt) {
            // Rings early, finds nothing, is set anew: cheaper than setting it with every call.
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        scheduledAt = wakeAt;
        alarm = eventLoop.schedule(this::ring, Math.max(0, wakeAt - loop.now()), TimeUnit.NANOSECONDS);
    }

    private void ring() {
        scheduledAt = Long.MAX_VALUE;
        alarm = null;
        if (wakeAt <= loop.now()) {
            wakeAt = Long.MAX_VALUE;
            loop.tick();
        } else if (wakeAt != Long.MAX_VALUE) {
            setAlarm();
        }
    }
}
