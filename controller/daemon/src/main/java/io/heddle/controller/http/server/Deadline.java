package io.heddle.controller.http.server;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one thing that a connection waits for, and what becomes of it when it does not come. Single-threaded. */
final class Deadline {

    private final EventLoop loop;
    private @Nullable Future<?> pending;

    Deadline(EventLoop loop) {
        this.loop = loop;
    }

    /** Takes the place of the one before. */
    void set(Duration after, Runnable missed) {
        clear();
        pending = loop.schedule(missed, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    void clear() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }
}
