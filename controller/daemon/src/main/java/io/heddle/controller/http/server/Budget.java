package io.heddle.controller.http.server;

import java.util.concurrent.atomic.AtomicLong;

/** A number of octets that all connections share. */
final class Budget {

    private final AtomicLong free;

    Budget(long octets) {
        free = new AtomicLong(octets);
    }

    /** Takes all of it or nothing. */
    boolean take(long octets) {
        long before = free.getAndUpdate(left -> left >= octets ? left - octets : left);
        return before >= octets;
    }

    void giveBack(long octets) {
        free.addAndGet(octets);
    }
}
