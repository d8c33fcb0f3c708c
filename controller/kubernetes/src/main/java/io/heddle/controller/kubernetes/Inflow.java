package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A watch's events on their way to the thread that follows. Bounded: the client's thread waits, and with it the server. */
final class Inflow<T> implements Watcher<T> {

    private static final int MOST = 1_024;

    sealed interface Item<T> {
        record Changed<T>(Action action, T object) implements Item<T> {}

        /** {@code gone}: the version that was watched from is not kept any more. */
        record Ended<T>(boolean gone) implements Item<T> {}
    }

    private final BlockingQueue<Item<T>> items = new ArrayBlockingQueue<>(MOST);
    private volatile boolean closed;

    /** The next one; null after so many seconds without any. */
    @Nullable
    Item<T> next(int seconds) throws InterruptedException {
        return items.poll(seconds, TimeUnit.SECONDS);
    }

    /** Takes nothing any more. */
    void close() {
        closed = true;
        items.clear();
    }

    @Override
    public void eventReceived(Action action, T object) {
        put(new Item.Changed<>(action, object));
    }

    @Override
    public void onClose() {
        put(new Item.Ended<>(false));
    }

    @Override
    public void onClose(WatcherException cause) {
        put(new Item.Ended<>(cause.isHttpGone()));
    }

    private void put(Item<T> item) {
        try {
            while (!closed && !items.offer(item, 1, TimeUnit.SECONDS)) {
                // The other end still works on what is there.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
