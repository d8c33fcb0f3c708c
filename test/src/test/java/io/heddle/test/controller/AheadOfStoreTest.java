package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.loop.NotKept;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.store.Kept;
import io.heddle.controller.store.Store;
import io.heddle.controller.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What switches are told while the store still writes, and that nothing is acknowledged by it. */
class AheadOfStoreTest implements Outlet {

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final Shelf shelf = new Shelf();
    private final ControllerLoop loop = new ControllerLoop(new Controller(Judge.LENIENT), shelf, this, true, fault -> {
        throw new AssertionError(fault);
    });

    /** A store in memory that is full when told so. */
    private final class Shelf implements Store {
        private final List<Change> kept = new ArrayList<>();
        private long revision;
        volatile boolean full;

        @Override
        public synchronized Kept load() {
            return new Kept(revision, kept);
        }

        @Override
        public synchronized void commit(long next, List<Change> changes) throws StoreException {
            happened.add((full ? "full at " : "kept ") + next);
            if (full) {
                throw new StoreException.Full("the shelf", new IOException("no room"));
            }
            kept.addAll(changes);
            revision = next;
        }

        @Override
        public void close() {}
    }

    @Override
    public void want(Collection<Wanted> wants) {
        wants.stream()
                .filter(each -> each.device().value().equals("l0"))
                .forEach(each -> happened.add("told " + each.routes().size() + " at " + each.revision()));
    }

    @Override
    public void stepped(Event event, Step step) {}

    @Override
    public void written(long revision, List<Change> changes) {}

    @Override
    public void trouble(String reason) {}

    @BeforeEach
    void aNodeWithTwoPods() throws Exception {
        loop.start(SmallFabric.layout(1));
        report(2);
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private void report(int pods) throws ExecutionException, InterruptedException, TimeoutException {
        loop.submit(SmallFabric.report(0, pods)).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private boolean isTurnedDown(int pods) throws InterruptedException, TimeoutException {
        try {
            report(pods);
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof NotKept;
        }
    }

    @Test
    void whatANodeIsGrantedIsToldNobodyBeforeItIsKept() {
        assertThat(happened).containsExactly("told 0 at 0", "kept 1", "told 2 at 1");
    }

    @Test
    void aPodWithinWhatIsGrantedIsToldWhileItIsWritten() throws Exception {
        happened.clear();
        report(3);

        assertThat(happened).containsExactly("told 3 at 1", "kept 2", "told 3 at 2");
    }

    @Test
    void aPodThatIsGoneIsWithdrawnWhenThatIsKept() throws Exception {
        happened.clear();
        report(1);

        assertThat(happened).containsExactly("kept 2", "told 1 at 2");
    }

    @Test
    void whatTheStoreDoesNotTakeIsNotAcknowledgedAndTakenBackAndNotToldAgainBeforeItIsKept() throws Exception {
        happened.clear();
        shelf.full = true;
        assertThat(isTurnedDown(3)).isTrue();
        assertThat(isTurnedDown(3)).isTrue();
        shelf.full = false;
        report(3);
        report(4);

        assertThat(happened)
                .containsExactly(
                        "told 3 at 1",
                        "full at 2",
                        "told 2 at 1",
                        "full at 2",
                        "told 2 at 1",
                        "kept 2",
                        "told 3 at 2",
                        "told 4 at 2",
                        "kept 3",
                        "told 4 at 3");
        assertThat(loop.state().revision()).isEqualTo(3);
    }
}
