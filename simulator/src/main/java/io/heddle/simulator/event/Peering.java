package io.heddle.simulator.event;

import io.heddle.model.config.Neighbor;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.NextHop;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every session that can ever be up, each with two addresses of its own. The configuration's addresses would not do: sessions over bare
 * links have none, and several routers may have the same.
 */
final class Peering {

    private static final long FIRST_ADDRESS = 0x0B00_0000L;

    private final Fabric fabric;
    private final List<Session> sessions = new ArrayList<>();
    private final Map<Ends, Session> byEnds = new HashMap<>();
    private final Map<IpAddress, Side> sideOf = new HashMap<>();

    /** A neighbour entry of a router. */
    record End(DeviceName device, Neighbor neighbor) {
        /** Without the group and its policies, which are long and the same for many. */
        @Override
        public int hashCode() {
            return (device.hashCode() * 31 + neighbor.peer().hashCode()) * 31
                    + neighbor.port().hashCode()
                    + neighbor.address().hashCode();
        }
    }

    private record Ends(End one, End other) {
        Ends reversed() {
            End last = one;
            return new Ends(other, last);
        }
    }

    /** A session; {@code link} is the cable it runs over, absent over a VLAN. */
    record Session(int number, Side a, Side b, Optional<Link> link) {}

    /** One side of a session. */
    static final class Side {
        final End end;
        final IpAddress own;
        final IpAddress remote;
        final int rank;
        final DeviceName peer;
        /** How the device forwards over the session. */
        final NextHop forward;
        /** That the other side said something. */
        final Cause message;

        private @Nullable Session session;
        int peerNumber = -1;
        boolean established;
        boolean internal;
        /** Whether the other side is a controller: its routes name their next hops, which are nodes. */
        boolean told;
        /** The controller that this is a side of. */
        @Nullable
        Replica controller;

        Side(End end, IpAddress own, IpAddress remote, Premises.Direction into) {
            this.end = end;
            peer = into.from();
            rank = into.rank();
            forward = into.nextHop();
            message = new Cause(Cause.Kind.MESSAGE, "a message of " + peer);
            this.own = own;
            this.remote = remote;
        }

        /** Whether the session is iBGP. */
        boolean isInternal() {
            return internal;
        }

        DeviceName device() {
            return end.device();
        }

        Session session() {
            Session known = session;
            if (known == null) {
                throw new IllegalStateException("a side without session");
            }
            return known;
        }
    }

    Peering(Fabric fabric) {
        this.fabric = fabric;
    }

    /** Adds the sessions that are not known yet; returns them. */
    List<Session> add(List<Premises.Direction> directions) {
        Map<Ends, Premises.Direction> byReceiver = new HashMap<>();
        for (Premises.Direction each : directions) {
            byReceiver.put(endsOf(each), each);
        }
        List<Session> added = new ArrayList<>();
        for (Premises.Direction each : directions) {
            Ends ends = endsOf(each);
            Premises.Direction back = byReceiver.get(ends.reversed());
            if (back != null && !byEnds.containsKey(ends)) {
                added.add(make(ends, each, back));
            }
        }
        return added;
    }

    private Session make(Ends ends, Premises.Direction to, Premises.Direction back) {
        IpAddress near = IpAddress.v4(FIRST_ADDRESS + 2L * sessions.size());
        IpAddress far = IpAddress.v4(FIRST_ADDRESS + 2L * sessions.size() + 1);
        Side a = new Side(ends.one, near, far, to);
        Side b = new Side(ends.other, far, near, back);
        Optional<Link> link =
                ends.one.neighbor().port().flatMap(port -> fabric.linkAt(new PortRef(ends.one.device(), port)));
        Session made = new Session(sessions.size(), a, b, link);
        boolean internal = to.sent().remoteAs().equals(to.received().remoteAs());
        a.internal = internal;
        b.internal = internal;
        a.session = made;
        b.session = made;
        sessions.add(made);
        byEnds.put(ends, made);
        byEnds.put(ends.reversed(), made);
        sideOf.put(near, a);
        sideOf.put(far, b);
        return made;
    }

    private static Ends endsOf(Premises.Direction each) {
        return new Ends(new End(each.to(), each.received()), new End(each.from(), each.sent()));
    }

    /** The sessions among those known that {@code directions} say can be up. */
    Set<Session> of(List<Premises.Direction> directions) {
        Set<Session> found = new HashSet<>();
        for (Premises.Direction each : directions) {
            Session session = byEnds.get(endsOf(each));
            if (session != null) {
                found.add(session);
            }
        }
        return found;
    }

    List<Session> sessions() {
        return sessions;
    }

    /** The session side that has an address. */
    Side side(IpAddress own) {
        Side side = sideOf.get(own);
        if (side == null) {
            throw new IllegalArgumentException("no session at " + own);
        }
        return side;
    }

    /** The same, or null: routes may carry next hops of anybody. */
    @Nullable
    Side findSide(IpAddress own) {
        return sideOf.get(own);
    }
}
