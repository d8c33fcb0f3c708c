package io.heddle.simulator.event;

import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.DeviceName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long things take, and when to stop.
 *
 * @param seed of everything drawn: the speakers' jitter, lost segments, the phase of periodic timers
 * @param session timers of BGP sessions
 * @param pace how quick devices and cables are
 * @param detection how failures are noticed
 * @param fromNothing whether the timeline begins with empty tables and tells the start too, at negative times
 * @param quiet how long nothing may change before a fabric counts as at rest, once every session is where it belongs
 * @param limit the longest time after the last incident
 * @param groupFrom how many routes routers must originate before prefixes that fare alike travel as one, which changes nothing but how
 *     many messages there are; {@link #NEVER} to have each travel by itself
 * @param flips how often a router may change its mind about one prefix, long after the last incident, before that counts as oscillation
 * @param controllers that take part, if any
 * @param limits of the tables of switches; a switch that is not among them holds everything
 */
public record Settings(
        long seed,
        SessionTimers session,
        Pace pace,
        Detection detection,
        boolean fromNothing,
        Duration quiet,
        Duration limit,
        int groupFrom,
        int flips,
        Map<DeviceName, TableAudit> limits,
        Optional<Controllers> controllers) {

    public static final int NEVER = Integer.MAX_VALUE;

    private static final int MANY = 1_000;

    /** FRR's datacenter profile: hold time 9 s, keepalives every 3 s without jitter, connects every 10 s. */
    public static final SessionTimers DATACENTER = SessionTimers.DEFAULT
            .withHoldTime(9)
            .withConnectRetry(Duration.ofSeconds(10))
            .withSteadyKeepalives();

    public static final Settings DEFAULT = new Settings(
            1,
            DATACENTER,
            Pace.DEFAULT,
            Detection.DEFAULT,
            false,
            Duration.ofSeconds(2),
            Duration.ofMinutes(10),
            MANY,
            100,
            Map.of(),
            Optional.empty());

    /**
     * How quick devices and cables are, in nanoseconds.
     *
     * @param cable what a segment takes besides its bytes: light in 20 m of fibre, a cut-through switch, two host stacks
     * @param bytes whether its bytes take their time at the speed of the cable
     * @param lossPerMillion of a million segments, how many are lost once
     * @param perMessage what a speaker is busy with an UPDATE
     * @param perRoute and with each route in it
     * @param parting from the end of a peer's connection until the routes learned over it are given up
     * @param coalesce how long a speaker gathers changes before it writes to its peers
     * @param deciding how long it gathers them before it tells its tables what it makes of them
     * @param advertisementInterval the least time between UPDATEs to a peer (RFC 4271 section 9.2.1.1)
     * @param firstWrite from a change of the routing table until the first entry is in hardware
     * @param perEntry for each entry
     * @param late what gathering and the first write may each take longer, drawn every time
     */
    public record Pace(
            long cable,
            boolean bytes,
            int lossPerMillion,
            long perMessage,
            long perRoute,
            long parting,
            long coalesce,
            long deciding,
            long advertisementInterval,
            long firstWrite,
            long perEntry,
            long late) {

        private static final long MICRO = 1_000;
        private static final long MILLI = 1_000_000;

        public static final Pace DEFAULT =
                new Pace(50 * MICRO, true, 0, 50 * MICRO, 2 * MICRO, 0, 10 * MILLI, 0, 0, 2 * MILLI, 20 * MICRO, 0);

        /**
         * FRR 8.4 on Linux, fitted to outages that were measured ({@code docs/simulation.md}): routes of a lost peer are given up through one
         * work queue, decisions made in another that waits 50 ms, and zebra's waits 10 ms before it writes.
         */
        public static final Pace FRR = new Pace(
                50 * MICRO,
                true,
                0,
                50 * MICRO,
                2 * MICRO,
                10 * MILLI,
                50 * MILLI,
                50 * MILLI,
                0,
                10 * MILLI,
                20 * MICRO,
                2 * MILLI);

        /** Nothing takes any time but the cables, all the same: for the end of a run, not for its way. */
        public static final Pace INSTANT = new Pace(50 * MICRO, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        public Pace {
            if (cable < 1
                    || lossPerMillion < 0
                    || lossPerMillion >= 1_000_000
                    || perMessage < 0
                    || perRoute < 0
                    || parting < 0
                    || coalesce < 0
                    || deciding < 0
                    || advertisementInterval < 0
                    || firstWrite < 0
                    || perEntry < 0
                    || late < 0) {
                throw new IllegalArgumentException("a negative time, no time on a cable, or everything lost");
            }
        }
    }

    /**
     * How failures are noticed, in nanoseconds.
     *
     * @param carrier from the loss or return of light until the port counts as down or up
     * @param bfd timers of sessions that BFD watches
     * @param lacpFast how long a member that asked for fast PDUs waits for one
     * @param lacpSlow and one that asked for slow ones
     * @param bridging how long switches further away take to follow a change of layer 2
     * @param hosts until a host that starts or moves is known to its switch
     * @param ageing until a host that stopped is forgotten
     * @param boot from power to the first message of a device
     * @param restart from the end of a routing process to its next start
     */
    public record Detection(
            long carrier,
            BfdTimers bfd,
            long lacpFast,
            long lacpSlow,
            long bridging,
            long hosts,
            long ageing,
            long boot,
            long restart) {

        private static final long MILLI = 1_000_000;
        private static final long SECOND = 1_000_000_000;

        public static final Detection DEFAULT = new Detection(
                10 * MILLI,
                BfdTimers.DEFAULT,
                3 * SECOND,
                90 * SECOND,
                50 * MILLI,
                5 * MILLI,
                300 * SECOND,
                SECOND,
                SECOND);

        public Detection withHosts(Duration changed) {
            return new Detection(carrier, bfd, lacpFast, lacpSlow, bridging, changed.toNanos(), ageing, boot, restart);
        }
    }

    public Settings {
        limits = Map.copyOf(limits);
        if (!quiet.isPositive() || limit.compareTo(quiet) < 0 || flips < 1 || groupFrom < 0) {
            throw new IllegalArgumentException(
                    "quiet " + quiet + ", limit " + limit + ", flips " + flips + ", groups from " + groupFrom);
        }
        long keepalive = session.holdTime() == 0 ? Long.MAX_VALUE : session.holdTime() * 1_000_000_000L / 3;
        if (pace.advertisementInterval() >= keepalive || pace.advertisementInterval() >= quiet.toNanos()) {
            throw new IllegalArgumentException("an advertisement interval of " + pace.advertisementInterval()
                    + " ns must be shorter than a third of the hold time, " + session.holdTime()
                    + " s, and than the time of quiet, " + quiet);
        }
    }

    public Settings with(long changed) {
        return new Settings(
                changed, session, pace, detection, fromNothing, quiet, limit, groupFrom, flips, limits, controllers);
    }

    public Settings with(SessionTimers changed) {
        return new Settings(
                seed, changed, pace, detection, fromNothing, quiet, limit, groupFrom, flips, limits, controllers);
    }

    public Settings with(Pace changed) {
        return new Settings(
                seed, session, changed, detection, fromNothing, quiet, limit, groupFrom, flips, limits, controllers);
    }

    public Settings with(Detection changed) {
        return new Settings(
                seed, session, pace, changed, fromNothing, quiet, limit, groupFrom, flips, limits, controllers);
    }

    public Settings withStart() {
        return new Settings(seed, session, pace, detection, true, quiet, limit, groupFrom, flips, limits, controllers);
    }

    public Settings withGroupsFrom(int routes) {
        return new Settings(
                seed, session, pace, detection, fromNothing, quiet, limit, routes, flips, limits, controllers);
    }

    public Settings withLimit(Duration changed) {
        return new Settings(
                seed, session, pace, detection, fromNothing, quiet, changed, groupFrom, flips, limits, controllers);
    }

    public Settings with(Map<DeviceName, TableAudit> changed) {
        return new Settings(
                seed, session, pace, detection, fromNothing, quiet, limit, groupFrom, flips, changed, controllers);
    }

    public Settings with(Controllers taking) {
        return new Settings(
                seed,
                session,
                pace,
                detection,
                fromNothing,
                quiet,
                limit,
                groupFrom,
                flips,
                limits,
                Optional.of(taking));
    }
}
