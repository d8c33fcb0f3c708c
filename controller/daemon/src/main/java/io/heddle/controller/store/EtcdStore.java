package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.State;
import io.heddle.controller.store.etcd.Etcd;
import io.heddle.controller.store.etcd.EtcdException;
import io.heddle.controller.store.etcd.Gateway;
import io.heddle.controller.store.etcd.KeyValue;
import io.heddle.controller.store.etcd.Range;
import io.heddle.controller.store.etcd.Txn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A store in etcd, for several controllers: a log of commits and now and then a summary.
 *
 * <pre>
 *   PREFIX leader                  name of the writer; goes with its lease
 *   PREFIX head                    revision, the one before it, format
 *   PREFIX log/REVISION/PART       changes of one commit, in parts of half a mebibyte
 *   PREFIX sum/REVISION/PART       changes that make an empty state into that of a revision
 *   PREFIX summary                 the revision of the summary that counts, and its parts
 * </pre>
 *
 * <p>Every transaction of a writer holds two comparisons: {@code leader} is still the key that it made, and {@code head} is what it left.
 * So a writer whose lease is gone, or that missed something, changes nothing, whatever it believes. Parts of a commit count when
 * {@code head} names them.
 */
public final class EtcdStore implements Store {

    static final int PART = 512 << 10;

    private static final int PAGE = 16;
    private static final int USUAL_COMMITS_TO_SUM_UP = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final Etcd etcd;
    private final EtcdKeys keys;
    private final EtcdMember member;
    private final EtcdSummary summary;
    private long head;
    private long headModified;
    private int commits;
    private int commitsToSumUp = USUAL_COMMITS_TO_SUM_UP;

    private EtcdStore(Gateway gateway, EtcdKeys keys, String name, int leaseSeconds, LongSupplier nanos) {
        this.gateway = gateway;
        this.keys = keys;
        etcd = new Etcd(gateway);
        member = new EtcdMember(etcd, keys, name, leaseSeconds, nanos);
        summary = new EtcdSummary(etcd, keys, member);
    }

    /**
     * A store that is not started.
     *
     * @param endpoints members of one cluster
     * @param prefix of all keys
     * @param name of this controller; no two may have the same
     * @param nanos a clock that only moves forward
     */
    public static EtcdStore of(List<URI> endpoints, String prefix, String name, int leaseSeconds, LongSupplier nanos) {
        return new EtcdStore(new Gateway(endpoints, TIMEOUT), new EtcdKeys(prefix), name, leaseSeconds, nanos);
    }

    /** Sums the log up after so many commits. */
    public EtcdStore summingUpAfter(int count) {
        commitsToSumUp = count;
        return this;
    }

    /** A switch takes another controller for its master: whether this one still leads is asked at once. */
    public void doubted() {
        member.fencedOff();
    }

    /** Begins to ask for the lead and to listen. */
    public void start(Replication replication) {
        member.start(replication);
    }

    @Override
    public Kept load() throws StoreException {
        try {
            Range now = etcd.range(keys.prefix(), keys.head(), 0, 1);
            long at = now.revision();
            // All of it as it was at one moment: a summary may take parts of the log away meanwhile.
            Optional<KeyValue> found = etcd.get(keys.head(), at);
            EtcdKeys.Head read = found.isEmpty() ? EtcdKeys.Head.NONE : keys.head(found.get());
            headModified = found.map(KeyValue::modified).orElse(0L);
            head = read.revision();
            List<Change> changes = new ArrayList<>();
            long summed = summary.load(changes, at);
            EtcdParts parts = new EtcdParts(keys.prefix());
            logs(summed, at, parts);
            for (long revision : parts.revisions(summed, head)) {
                changes.addAll(parts.take(revision));
            }
            if (head > summed && changes.isEmpty()) {
                throw new StoreException.Corrupt(keys.prefix(), "its head is at " + head + " and its log is empty");
            }
            member.listen(at + 1, head, parts);
            return new Kept(head, changes);
        } catch (EtcdException e) {
            throw new StoreException.Unreachable("etcd", String.valueOf(e.getMessage()));
        }
    }

    private void logs(long summed, long at, EtcdParts into) throws EtcdException, StoreException {
        String from = keys.log(summed + 1, 0);
        while (true) {
            Range page = etcd.range(keys.logs(), from, at, PAGE);
            page.keys().forEach(each -> into.add(keys.part(each.key()), each.value()));
            if (!page.more()) {
                return;
            }
            from = page.keys().getLast().key() + "\0";
        }
    }

    @Override
    public void commit(long revision, List<Change> changes) throws StoreException {
        List<byte[]> parts = EtcdParts.split(changes, PART);
        for (int i = 0; i < parts.size(); i++) {
            Txn txn = member.fenced().ifModified(keys.head(), headModified).put(keys.log(revision, i), parts.get(i), 0);
            boolean last = i == parts.size() - 1;
            if (last) {
                txn.put(keys.head(), keys.head(revision, head, parts.size()), 0);
            }
            try {
                Optional<Long> done = etcd.commit(txn);
                if (done.isEmpty()) {
                    member.fencedOff();
                    throw new StoreException.Fenced("etcd", "another controller leads, or wrote since");
                }
                headModified = last ? done.get() : headModified;
            } catch (EtcdException e) {
                throw said(e);
            }
        }
        head = revision;
        commits++;
    }

    private static StoreException said(EtcdException e) {
        String text = String.valueOf(e.getMessage());
        return text.contains("space exceeded")
                ? new StoreException.Full("etcd", e)
                : new StoreException.Unreachable("etcd", text);
    }

    @Override
    public void committed(State state) {
        if (commits >= commitsToSumUp && summary.begin(state)) {
            commits = 0;
        }
    }

    @Override
    public void close() {
        member.close();
        gateway.close();
    }
}
