package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Graceful restart (RFC 4724) and its long-lived form (RFC 9494), for our own restarts and the peer's.
 *
 * @param restartTime seconds, 0..4095, that the peer should wait for us
 * @param notification NOTIFICATIONs and expired hold timers count as restarts too (RFC 8538)
 * @param longLived seconds, 0..16777215, that routes may outlive the restart time, per family: what we ask of the peer, and the most we
 *     grant it. A family that is not in it has the restart time alone
 * @param resync how long stale routes may stay after the peer is back but has not sent End-of-RIB (RFC 4724 section 4.2)
 * @param restarted we have just restarted: the R bit of the first OPEN
 */
public record RestartConfig(
        int restartTime,
        boolean notification,
        SortedMap<AddressFamilyId, Integer> longLived,
        Duration resync,
        boolean restarted) {

    /** 120 s, by NOTIFICATION too, without long-lived routes. */
    public static final RestartConfig DEFAULT =
            new RestartConfig(120, true, new TreeMap<>(), Duration.ofMinutes(6), false);

    public RestartConfig {
        longLived = new TreeMap<>(longLived);
        if (restartTime < 0 || restartTime > 4095) {
            throw new IllegalArgumentException("restart time " + restartTime + " is outside 0..4095");
        }
        longLived.forEach((family, seconds) -> {
            if (seconds < 0 || seconds > 0xFF_FFFF) {
                throw new IllegalArgumentException(
                        "stale time " + seconds + " of " + family + " is outside 0..16777215");
            }
        });
    }

    public RestartConfig withRestartTime(int seconds) {
        return new RestartConfig(seconds, notification, longLived, resync, restarted);
    }

    public RestartConfig withLongLived(AddressFamilyId family, int seconds) {
        SortedMap<AddressFamilyId, Integer> more = new TreeMap<>(longLived);
        more.put(family, seconds);
        return new RestartConfig(restartTime, notification, more, resync, restarted);
    }

    public RestartConfig afterRestart() {
        return new RestartConfig(restartTime, notification, longLived, resync, true);
    }
}
