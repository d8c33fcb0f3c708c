package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.NodeRecord;
import io.heddle.controller.core.State;
import io.heddle.controller.store.EtcdStore;
import io.heddle.controller.store.Replication;
import io.heddle.controller.store.StoreException;
import io.heddle.model.fabric.DeviceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controllers over a real etcd. */
class EtcdStoreIT {

    @TempDir
    Path directory;

    @BeforeAll
    static void etcdIsThere() {
        assumeTrue(Files.isExecutable(EtcdCluster.BINARY), "no " + EtcdCluster.BINARY + " (Debian's etcd-server)");
    }

    @Test
    void everyReplicaTellsTheSameAtTheSameRevisionAndOneWrites() throws Exception {
        try (EtcdCluster etcd = EtcdCluster.start(directory, 1);
                Replica first = Replica.start("a", etcd.endpoints(), SmallFabric.layout(8));
                Replica second = Replica.start("b", etcd.endpoints(), SmallFabric.layout(8))) {
            EtcdCluster.until("one leads", () -> first.leads() != second.leads());
            Replica leader = first.leads() ? first : second;
            Replica other = first.leads() ? second : first;
            assertThatThrownBy(() -> other.on(new Event.NodeRegistered(SmallFabric.node(0), "")))
                    .hasMessageContaining("leads");
            for (int i = 0; i < 8; i++) {
                leader.on(SmallFabric.report(i, 5));
            }
            EtcdCluster.until(
                    "the other follows",
                    () -> other.state().revision() == leader.state().revision());
            assertThat(other.state().nodes()).isEqualTo(leader.state().nodes());
            assertThat(other.told).isEqualTo(leader.told);
            assertThat(other.told).containsKey(DeviceName.of("l0"));
            assertThat(first.faults).isEmpty();
            assertThat(second.faults).isEmpty();
        }
    }

    @Test
    void aWriterWhoseTimeIsOverChangesNothing() throws Exception {
        try (EtcdCluster etcd = EtcdCluster.start(directory, 1)) {
            EtcdStore old = EtcdStore.of(etcd.endpoints(), "/heddle/", "old", 2, System::nanoTime);
            Listening heard = new Listening();
            EtcdCluster.until("etcd answers", () -> loads(old));
            old.start(heard);
            EtcdCluster.until("it leads", heard.mine::get);
            old.commit(1, List.of(node("n1")));
            try (Replica next = Replica.start("next", etcd.endpoints(), SmallFabric.layout(8))) {
                // Its lease is taken away behind its back, as after a long pause.
                // Both may take what is free then: again, until it is the other.
                for (int i = 0; i < 120 && !next.leads(); i++) {
                    if (heard.mine.get()) {
                        etcd.forget("/heddle/leader");
                    }
                    TimeUnit.MILLISECONDS.sleep(500);
                }
                assertThat(next.leads()).isTrue();
                next.on(SmallFabric.report(0, 3));
                assertThatThrownBy(() -> old.commit(2, List.of(node("n2")))).isInstanceOf(StoreException.class);
                State state = next.state();
                assertThat(state.nodes().has(DeviceName.of("n2"))).isFalse();
            }
            old.close();
        }
    }

    @Test
    @SuppressWarnings("try") // closed before its end, and closing it again does nothing
    void aLeaderThatDiesIsFollowedWithinSecondsAndNothingAcknowledgedIsLost() throws Exception {
        try (EtcdCluster etcd = EtcdCluster.start(directory, 3);
                Replica second = Replica.start("b", etcd.endpoints(), SmallFabric.layout(8))) {
            EtcdCluster.until("b leads", second::leads);
            second.on(SmallFabric.report(0, 5));
            etcd.kill(0);
            second.on(SmallFabric.report(1, 5));
            try (Replica third = Replica.start("c", etcd.endpoints(), SmallFabric.layout(8))) {
                second.close();
                long began = System.nanoTime();
                EtcdCluster.until("c leads", third::leads);
                System.out.printf("new leader after %d ms%n", (System.nanoTime() - began) / 1_000_000);
                assertThat(third.state().pods()).isEqualTo(10);
            }
        }
    }

    @Test
    void aLongLogIsSummedUpAndReadsTheSame() throws Exception {
        try (EtcdCluster etcd = EtcdCluster.start(directory, 1)) {
            EtcdStore store = EtcdStore.of(etcd.endpoints(), "/heddle/", "a", 2, System::nanoTime)
                    .summingUpAfter(50);
            Listening heard = new Listening();
            EtcdCluster.until("etcd answers", () -> loads(store));
            store.start(heard);
            EtcdCluster.until("it leads", heard.mine::get);
            State state = State.EMPTY;
            for (int i = 1; i <= 120; i++) {
                List<Change> changes = List.of(node("n" + i % 50));
                store.commit(i, changes);
                state = state.apply(changes, i);
                store.committed(state);
            }
            State written = state;
            EtcdCluster.until("the log is short", () -> etcd.count("/heddle/log/") < 100);
            assertThat(store.load().state()).isEqualTo(written);
            store.close();
        }
    }

    private static boolean loads(EtcdStore store) {
        try {
            store.load();
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    private static Change node(String name) {
        return new Change.NodeSaved(new NodeRecord(DeviceName.of(name), "", true, 0, new ArrayList<>(), false));
    }

    /** Only asks who leads. */
    private static final class Listening implements Replication {
        final AtomicBoolean mine = new AtomicBoolean();

        @Override
        public void written(long after, long revision, List<Change> changes) {}

        @Override
        public void leads(boolean isMine, String leader, long term) {
            mine.set(isMine);
        }

        @Override
        public void lost(String reason) {}
    }
}
