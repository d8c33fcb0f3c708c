package io.heddle.controller.daemon;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.store.StoreException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The first reading of the store, which waits a while for members of etcd that start at the same time. */
final class FirstReading {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long PAUSE_MILLIS = 250;

    private FirstReading() {}

    /**
     * Starts the loop once the store has been read.
     *
     * @throws StoreException what was wrong last, when nobody has answered for half a minute, or at once when waiting will not help
     */
    static void start(ControllerLoop loop, Layout layout, EventLog log, LongSupplier nanos)
            throws StoreException, InterruptedIOException {
        long began = nanos.getAsLong();
        boolean said = false;
        while (true) {
            try {
                loop.start(layout);
                return;
            } catch (StoreException.Unreachable e) {
                if (nanos.getAsLong() - began > PATIENCE_NANOS) {
                    throw e;
                }
                if (!said) {
                    log.write(LogEvent.WARNING, "subject", "store", "text", "is waited for: " + e.getMessage());
                    said = true;
                }
            }
            pause();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while it waited for the store");
        }
    }
}
