package io.heddle.bgp.virtual;

import io.heddle.model.net.IpAddress;

/** What lies between speakers and how quick they are: whether bytes get through and when, and how long a speaker is busy with them. */
public interface Medium {

    /** Instead of a time: it does not get there. TCP tries again. */
    long LOST = Long.MAX_VALUE;

    /** When {@code bytes} that are sent now from one address to another are there, or {@link #LOST}. */
    long arrival(IpAddress from, IpAddress to, int bytes, long now);

    /** How long the speaker at an address is busy with messages that carried so many routes; meanwhile it takes and writes nothing. */
    default long work(IpAddress at, long messages, long routes) {
        return 0;
    }

    /**
     * How long the speaker at an address waits before it writes, so that what comes meanwhile goes along.
     *
     * @param sinceUpdate nanoseconds since it last wrote routes to this peer, {@link Long#MAX_VALUE} if never
     */
    default long hesitation(IpAddress at, IpAddress peer, long sinceUpdate) {
        return 0;
    }

    /** Everything takes the same time, nothing is lost, work takes no time. */
    static Medium of(long delay) {
        return (_, _, _, now) -> now + delay;
    }
}
