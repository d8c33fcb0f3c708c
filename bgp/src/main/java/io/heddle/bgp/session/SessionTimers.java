package io.heddle.bgp.session;

import java.time.Duration;

/**
 * How long things take, before jitter.
 *
 * @param holdTime seconds, as in the OPEN: 0 (no hold timer, no keepalives) or 3..65535
 * @param connectRetry between attempts to connect (RFC 4271 section 8.2.1.3; its 120 s is for another age)
 * @param delayOpen how long a new connection waits for the peer's OPEN before ours is sent; zero sends it at once
 * @param openHold within which the peer's OPEN must come ("a large value", RFC 4271 section 8.2.2, asks for 4 minutes)
 * @param idleHoldMin how long to stay idle after the first failure; doubles with every further one (DampPeerOscillations)
 * @param idleHoldMax the longest
 * @param stableAfter a session that was up that long starts from {@code idleHoldMin} again
 * @param sendHold how long a peer may take no byte at all (RFC 9687 section 4: at least 8 minutes and twice the hold time); zero is for
 *     ever
 * @param steadyKeepalives whether KEEPALIVEs leave exactly a third of the hold time apart whatever else is sent, as FRR's do; else they
 *     have jitter and other messages put them off (RFC 4271 sections 4.4 and 10)
 */
public record SessionTimers(
        int holdTime,
        Duration connectRetry,
        Duration delayOpen,
        Duration openHold,
        Duration idleHoldMin,
        Duration idleHoldMax,
        Duration stableAfter,
        Duration sendHold,
        boolean steadyKeepalives) {

    /** 90 s of hold time; connects every 5 s; idle 1 s to 2 minutes after failures; an OPEN within a minute. */
    public static final SessionTimers DEFAULT = new SessionTimers(
            90,
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(120),
            Duration.ofSeconds(120),
            Duration.ofMinutes(8),
            false);

    public SessionTimers {
        if (holdTime < 0 || holdTime == 1 || holdTime == 2 || holdTime > 0xFFFF) {
            throw new IllegalArgumentException(
                    "hold time " + holdTime + " is not 0 or 3..65535 (RFC 4271 section 4.2)");
        }
        if (!connectRetry.isPositive() || !openHold.isPositive() || !idleHoldMin.isPositive()) {
            throw new IllegalArgumentException("connect-retry " + connectRetry + ", open-hold " + openHold
                    + " and idle-hold " + idleHoldMin + " must be positive");
        }
        if (idleHoldMax.compareTo(idleHoldMin) < 0 || delayOpen.isNegative() || sendHold.isNegative()) {
            throw new IllegalArgumentException("idle-hold " + idleHoldMin + " to " + idleHoldMax + ", delay-open "
                    + delayOpen + " or send-hold " + sendHold + " is out of range");
        }
    }

    public SessionTimers withHoldTime(int seconds) {
        return new SessionTimers(
                seconds,
                connectRetry,
                delayOpen,
                openHold,
                idleHoldMin,
                idleHoldMax,
                stableAfter,
                sendHold,
                steadyKeepalives);
    }

    public SessionTimers withConnectRetry(Duration changed) {
        return new SessionTimers(
                holdTime,
                changed,
                delayOpen,
                openHold,
                idleHoldMin,
                idleHoldMax,
                stableAfter,
                sendHold,
                steadyKeepalives);
    }

    public SessionTimers withDelayOpen(Duration changed) {
        return new SessionTimers(
                holdTime,
                connectRetry,
                changed,
                openHold,
                idleHoldMin,
                idleHoldMax,
                stableAfter,
                sendHold,
                steadyKeepalives);
    }

    public SessionTimers withOpenHold(Duration changed) {
        return new SessionTimers(
                holdTime,
                connectRetry,
                delayOpen,
                changed,
                idleHoldMin,
                idleHoldMax,
                stableAfter,
                sendHold,
                steadyKeepalives);
    }

    public SessionTimers withIdleHold(Duration min, Duration max) {
        return new SessionTimers(
                holdTime, connectRetry, delayOpen, openHold, min, max, stableAfter, sendHold, steadyKeepalives);
    }

    public SessionTimers withSendHold(Duration changed) {
        return new SessionTimers(
                holdTime,
                connectRetry,
                delayOpen,
                openHold,
                idleHoldMin,
                idleHoldMax,
                stableAfter,
                changed,
                steadyKeepalives);
    }

    public SessionTimers withSteadyKeepalives() {
        return new SessionTimers(
                holdTime, connectRetry, delayOpen, openHold, idleHoldMin, idleHoldMax, stableAfter, sendHold, true);
    }
}
