package io.heddle.simulator.event;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.virtual.Watcher;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;

/** Notes what speakers exchange: for the timeline, for counters, and as the cause of what follows. */
final class Observer implements Watcher {

    private final World world;

    Observer(World world) {
        this.world = world;
    }

    private Tracer.End end(IpAddress address) {
        return new Tracer.End(world.peering.side(address).device(), address);
    }

    @Override
    public void connected(IpAddress from, IpAddress to, long now) {
        Tracer tracer = world.tracer;
        if (tracer != null) {
            tracer.connected(now, end(from), end(to));
        }
    }

    @Override
    public void written(IpAddress from, IpAddress to, byte[] bytes, long now) {
        world.tally.sent(bytes.length);
        Tracer tracer = world.tracer;
        if (tracer != null) {
            tracer.sent(now, end(from), end(to), bytes);
        }
    }

    @Override
    public void closed(IpAddress at, IpAddress peer, long now) {
        Tracer tracer = world.tracer;
        if (tracer != null) {
            tracer.closed(now, end(at), end(peer));
        }
    }

    @Override
    public void taken(IpAddress from, IpAddress to, byte[] bytes, long now) {
        Peering.Side side = world.peering.side(to);
        Device device = world.devices.get(side.device());
        if (device != null) {
            device.because(side.message);
        }
        world.weights.weigh(bytes);
    }

    @Override
    public void updated(IpAddress from, IpAddress to, long messages, long announced, long withdrawn, long now) {
        world.active();
        world.tally.updated(
                world.peering.side(to).device(),
                messages,
                announced + world.weights.announced(),
                withdrawn + world.weights.withdrawn());
    }

    @Override
    public void up(IpAddress at, IpAddress peer, long now) {
        Peering.Side side = world.peering.side(at);
        side.established = true;
        world.active();
        world.note(
                new Change.SessionUp(side.device(), side.peer), new Cause(Cause.Kind.MESSAGE, side.peer + " answered"));
    }

    @Override
    public void down(IpAddress at, IpAddress peer, long now) {
        Peering.Side side = world.peering.side(at);
        side.established = false;
        world.active();
        Device device = world.devices.get(side.device());
        Speaker speaker = world.speakerOf(side);
        if (speaker == null || side.peerNumber < 0) {
            return;
        }
        String reason = speaker.status(side.peerNumber).reason();
        Cause cause = new Cause(
                Cause.Kind.TIMER, "the session of " + side.device() + " with " + side.peer + " ended: " + reason);
        if (device != null) {
            device.because(cause);
        }
        world.note(new Change.SessionDown(side.device(), side.peer), cause);
    }
}
