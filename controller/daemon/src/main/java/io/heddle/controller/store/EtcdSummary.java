package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.State;
import io.heddle.controller.store.etcd.Etcd;
import io.heddle.controller.store.etcd.EtcdException;
import io.heddle.controller.store.etcd.KeyValue;
import io.heddle.controller.store.etcd.Range;
import io.heddle.controller.store.etcd.Txn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Replaces the log up to a revision by the state that it led to, on a thread of its own. */
final class EtcdSummary {

    private static final int PAGE = 16;

    private final Etcd etcd;
    private final EtcdKeys keys;
    private final EtcdMember member;
    private final AtomicBoolean running = new AtomicBoolean();

    EtcdSummary(Etcd etcd, EtcdKeys keys, EtcdMember member) {
        this.etcd = etcd;
        this.keys = keys;
        this.member = member;
    }

    /** Adds the changes of the summary that counts at a revision of the cluster; its own revision, 0 without one. */
    long load(List<Change> into, long at) throws EtcdException, StoreException {
        Optional<KeyValue> found = etcd.get(keys.summary(), at);
        if (found.isEmpty()) {
            return 0;
        }
        String[] words = new String(found.get().value(), StandardCharsets.UTF_8).split(" ", -1);
        long revision = Long.parseLong(words[0]);
        int parts = Integer.parseInt(words[1]);
        int expected = 0;
        String from = keys.sum(revision, 0);
        while (expected < parts) {
            Range page = etcd.range(keys.sums(), from, at, PAGE);
            for (KeyValue each : page.keys()) {
                if (expected < parts) {
                    if (!each.key().equals(keys.sum(revision, expected))) {
                        throw new StoreException.Corrupt(
                                keys.prefix(), "summary " + revision + " lacks part " + expected);
                    }
                    into.addAll(RecordBytes.changes(each.value(), each.key()));
                    expected++;
                }
            }
            if (!page.more() && expected < parts) {
                throw new StoreException.Corrupt(keys.prefix(), "summary " + revision + " lacks part " + expected);
            }
            from = page.keys().isEmpty() ? from : page.keys().getLast().key() + "\0";
        }
        return revision;
    }

    /** False while the last one is not done. */
    boolean begin(State state) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        Thread.ofVirtual().name("etcd-summary").start(() -> {
            try {
                write(state);
            } catch (EtcdException | StoreException e) {
                // The log is longer then; the next one is tried after as many commits.
            } finally {
                running.set(false);
            }
        });
        return true;
    }

    private void write(State state) throws EtcdException, StoreException {
        long revision = state.revision();
        List<byte[]> parts = EtcdParts.split(changes(state), EtcdStore.PART);
        for (int i = 0; i < parts.size(); i++) {
            done(member.fenced().put(keys.sum(revision, i), parts.get(i), 0));
        }
        done(member.fenced().put(keys.summary(), (revision + " " + parts.size()).getBytes(StandardCharsets.UTF_8), 0));
        long before = done(member.fenced()
                .delete(keys.logs(), keys.log(revision + 1, 0))
                .delete(keys.sums(), keys.sum(revision, 0)));
        etcd.compact(before);
    }

    private long done(Txn txn) throws EtcdException, StoreException {
        return etcd.commit(txn).orElseThrow(() -> new StoreException.Fenced("etcd", "another controller leads"));
    }

    private static List<Change> changes(State state) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.LayoutSaved(state.savedFingerprint()));
        for (NodeState node : state.nodes().values()) {
            changes.add(new Change.NodeSaved(node.record()));
            node.pods().forEach((key, pod) -> changes.add(new Change.PodSaved(node.name(), key, pod)));
        }
        return changes;
    }
}
