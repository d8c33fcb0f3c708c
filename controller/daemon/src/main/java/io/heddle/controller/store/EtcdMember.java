package io.heddle.controller.store;

import io.heddle.controller.store.etcd.Etcd;
import io.heddle.controller.store.etcd.EtcdException;
import io.heddle.controller.store.etcd.KeyValue;
import io.heddle.controller.store.etcd.Txn;
import io.heddle.controller.store.etcd.Watching;
import io.heddle.controller.store.etcd.Watching.Happened;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One controller among those that share a store: asks for the lead and keeps it alive on one thread, listens to what is written on
 * another. Losing the lead without noticing is harmless, since every transaction is fenced.
 */
final class EtcdMember implements AutoCloseable {

    /** Signs of life in the time of a lease. */
    private static final int BEATS = 3;

    private static final long RETRY_MILLIS = 200;

    private final Etcd etcd;
    private final EtcdKeys keys;
    private final String name;
    private final int leaseSeconds;
    private final LongSupplier nanos;
    private final Semaphore campaign = new Semaphore(0);
    private final Semaphore loaded = new Semaphore(0);
    private @Nullable Replication replication;
    private volatile boolean closed;
    private volatile long fence;
    private volatile long lease;
    private volatile long heard;
    private volatile @Nullable Watching watching;
    private volatile @Nullable Start start;
    private String leader = "";

    /** Where to listen from. */
    private record Start(long from, long head, EtcdParts parts) {}

    EtcdMember(Etcd etcd, EtcdKeys keys, String name, int leaseSeconds, LongSupplier nanos) {
        this.etcd = etcd;
        this.keys = keys;
        this.name = name;
        this.leaseSeconds = leaseSeconds;
        this.nanos = nanos;
    }

    void start(Replication told) {
        replication = told;
        Thread.ofPlatform().name("etcd-lead").daemon().start(this::lead);
        Thread.ofPlatform().name("etcd-watch").daemon().start(this::watch);
    }

    /** A transaction that does nothing unless this member leads. */
    Txn fenced() throws StoreException {
        long created = fence;
        if (created == 0) {
            throw new StoreException.Fenced("etcd", "this controller does not lead");
        }
        return new Txn().ifCreated(keys.leader(), created);
    }

    /** Something showed that somebody else may lead: it is asked at once. */
    void fencedOff() {
        campaign.release();
    }

    /** Listens from a revision of the cluster on; {@code parts} have what was written and does not count yet. */
    void listen(long from, long head, EtcdParts parts) {
        start = new Start(from, head, parts);
        heard = head;
        loaded.release();
        close(watching);
    }

    private void lead() {
        long alive = nanos.getAsLong();
        long behind = -1;
        while (!closed) {
            try {
                if (lease == 0 || !etcd.keepAlive(lease)) {
                    say(false, "");
                    lease = etcd.grant(leaseSeconds);
                }
                alive = nanos.getAsLong();
                ask();
                behind = catchUp(behind);
            } catch (EtcdException | StoreException e) {
                if (nanos.getAsLong() - alive > TimeUnit.SECONDS.toNanos(leaseSeconds)) {
                    say(false, "");
                    lease = 0;
                }
            }
            pause(campaign, TimeUnit.SECONDS.toMillis(leaseSeconds) / BEATS);
        }
    }

    private void ask() throws EtcdException {
        Optional<KeyValue> found = etcd.get(keys.leader());
        if (found.isPresent()) {
            if (fence != 0 && found.get().created() != fence) {
                say(false, "");
            }
            if (fence == 0) {
                say(false, new String(found.get().value(), StandardCharsets.UTF_8));
            }
            return;
        }
        say(false, "");
        Optional<Long> won = etcd.commit(
                new Txn().ifCreated(keys.leader(), 0).put(keys.leader(), name.getBytes(StandardCharsets.UTF_8), lease));
        if (won.isPresent()) {
            fence = won.get();
            say(true, name);
        }
    }

    /** A member of the cluster that is cut off goes on with its watches and tells nothing. */
    private long catchUp(long before) throws EtcdException, StoreException {
        Optional<KeyValue> found = etcd.get(keys.head());
        long head = found.isEmpty() ? 0 : keys.head(found.get()).revision();
        if (head <= heard || fence != 0) {
            return -1;
        }
        if (before > heard) {
            etcd.turn();
            close(watching);
            return -1;
        }
        return head;
    }

    private void say(boolean mine, String who) {
        if (!mine) {
            fence = 0;
        }
        if (!leader.equals(who)) {
            leader = who;
            told().leads(mine, who, mine ? fence : 0);
        }
    }

    private Replication told() {
        Replication found = replication;
        if (found == null) {
            throw new IllegalStateException("not started");
        }
        return found;
    }

    private void watch() {
        while (!closed) {
            pause(loaded, RETRY_MILLIS);
            Start begin = start;
            if (begin == null) {
                continue;
            }
            long from = begin.from;
            while (isCurrent(begin)) {
                try (Watching open = etcd.watch(keys.prefix(), from)) {
                    watching = open;
                    while (isCurrent(begin)) {
                        Optional<List<Happened>> events = open.next();
                        if (events.isEmpty()) {
                            start = null;
                            told().lost("etcd no longer has what was written since the last look");
                            break;
                        }
                        for (Happened each : events.get()) {
                            from = each.key().modified() + 1;
                            happened(each, begin);
                        }
                    }
                } catch (StoreException e) {
                    start = null;
                    told().lost(String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    if (isCurrent(begin)) {
                        etcd.turn();
                        pause(loaded, RETRY_MILLIS);
                    }
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the one that was begun with, not one like it
    private boolean isCurrent(Start begin) {
        return !closed && start == begin;
    }

    private void happened(Happened event, Start begin) throws StoreException {
        String key = event.key().key();
        if (key.equals(keys.leader()) && event.deleted()) {
            campaign.release();
        } else if (key.startsWith(keys.logs()) && !event.deleted()) {
            begin.parts.add(keys.part(key), event.key().value());
        } else if (key.equals(keys.head()) && !event.deleted()) {
            EtcdKeys.Head head = keys.head(event.key());
            if (head.revision() <= begin.head) {
                return;
            }
            if (begin.parts.count(head.revision()) != head.parts()) {
                throw new StoreException.Corrupt(keys.prefix(), "revision " + head.revision() + " is not whole");
            }
            heard = head.revision();
            told().written(head.after(), head.revision(), begin.parts.take(head.revision()));
        }
    }

    private static void pause(Semaphore news, long millis) {
        try {
            if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(@Nullable Watching open) {
        if (open != null) {
            open.close();
        }
    }

    /** Gives the lead back, so that the next one need not wait for the lease to end. */
    @Override
    public void close() {
        closed = true;
        fence = 0;
        try {
            if (lease != 0) {
                etcd.revoke(lease);
            }
        } catch (EtcdException e) {
            // It ends by itself.
        }
        close(watching);
        campaign.release();
        loaded.release();
    }
}
