package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Lingering;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.loop.NotKept;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.store.Kept;
import io.heddle.controller.store.Store;
import io.heddle.controller.store.StoreException;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What switches are told while the store still writes, and that nothing is acknowledged by it. */
class AheadOfStoreTest implements Outlet {

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    private final Shelf shelf = new Shelf();
    private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ControllerLoop loop =
            new ControllerLoop(new Controller(Judge.LENIENT), shelf, this, true, faults::add, nanos::get);

    /** A store in memory that is full when told so. */
    private final class Shelf implements Store {
        private final List<Change> kept = new ArrayList<>();
        private long revision;
        volatile boolean full;
        volatile boolean broken;
        /** Commits wait for it. */
        volatile CountDownLatch held = new CountDownLatch(0);

        @Override
        public synchronized Kept load() {
            return new Kept(revision, kept);
        }

        @Override
        public synchronized void commit(long next, List<Change> changes) throws StoreException {
            happened.add("asked " + next);
            try {
                if (!held.await(30, TimeUnit.SECONDS)) {
                    throw new StoreException.Unreachable("the shelf", "held for ever");
                }
            } catch (InterruptedException e) {
                throw new StoreException.Unreachable("the shelf", "interrupted");
            }
            if (broken) {
                throw new NoClassDefFoundError("of the shelf");
            }
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
        assertThat(faults).isEmpty();
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
        assertThat(happened).containsExactly("told 0 at 0", "asked 1", "kept 1", "told 2 at 1");
    }

    @Test
    void aPodWithinWhatIsGrantedIsToldWhileItIsWritten() throws Exception {
        happened.clear();
        report(3);

        assertThat(happened).containsExactly("told 3 at 1", "asked 2", "kept 2", "told 3 at 2");
    }

    @Test
    void aPodThatIsGoneIsWithdrawnWhenThatIsKept() throws Exception {
        happened.clear();
        report(1);

        assertThat(happened).containsExactly("asked 2", "kept 2", "told 1 at 2");
    }

    @Test
    void whatTheStoreDoesNotTakeIsNotAcknowledgedAndNothingMoreIsToldAheadBeforeItTakesSomething() throws Exception {
        happened.clear();
        shelf.full = true;
        assertThat(isTurnedDown(3)).isTrue();
        assertThat(isTurnedDown(4)).isTrue();
        shelf.full = false;
        report(4);
        report(5);

        assertThat(happened)
                .containsExactly(
                        "told 3 at 1",
                        "asked 2",
                        "full at 2",
                        "told 3 at 1",
                        "asked 2",
                        "full at 2",
                        "told 3 at 1",
                        "asked 2",
                        "kept 2",
                        "told 4 at 2",
                        "told 5 at 2",
                        "asked 3",
                        "kept 3",
                        "told 5 at 3");
        assertThat(loop.state().revision()).isEqualTo(3);
    }

    @Test
    void aPodThatWasToldAheadAndNotKeptIsTakenBackWhenItsAgentHadTimeToReportAgain() throws Exception {
        notKept(3);
        nanos.addAndGet(Lingering.GRACE_NANOS - 1);
        tick();
        assertThat(happened).isEmpty();
        nanos.incrementAndGet();
        tick();

        assertThat(happened).containsExactly("told 2 at 1");
    }

    @Test
    void aPodThatWasNotKeptIsTakenBackAtOnceWhenItsAgentSaysThatItIsGone() throws Exception {
        notKept(3);
        shelf.full = true;
        assertThat(isTurnedDown(2)).isTrue();

        assertThat(happened).startsWith("told 2 at 1").doesNotContain("told 3 at 1");
    }

    @Test
    void whatWasNotKeptDoesNotComeBackOnceItsAgentHasReportedItAndThatItIsGone() throws Exception {
        notKept(3);
        report(3);
        report(2);
        tick();

        assertThat(happened).containsExactly("asked 2", "kept 2", "told 3 at 2", "asked 3", "kept 3", "told 2 at 3");
    }

    /** A store that was full for a moment; the pods stay told. */
    private void notKept(int pods) throws Exception {
        shelf.full = true;
        assertThat(isTurnedDown(pods)).isTrue();
        shelf.full = false;
        tick();
        assertThat(happened).endsWith("told " + pods + " at 1");
        happened.clear();
    }

    private void tick() throws Exception {
        loop.submit(new Event.SwitchUp(DeviceName.of("l0")))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        // What a round does comes after it has answered: the next round has it behind itself.
        loop.submit(new Event.SwitchUp(DeviceName.of("l0")))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void anErrorOfTheStoreTurnsDownWhatWasToBeKeptAndTheNextIsKept() throws Exception {
        shelf.broken = true;
        assertThat(isTurnedDown(3)).isTrue();
        shelf.broken = false;
        report(4);

        assertThat(faults).hasSize(1).first().satisfies(each -> assertThat(each)
                .hasRootCauseInstanceOf(NoClassDefFoundError.class));
        assertThat(loop.state().revision()).isEqualTo(2);
        faults.clear();
    }

    @Test
    void podsThatComeWhileTheStoreWritesAreToldBeforeItIsDoneAndKeptTogether() throws Exception {
        happened.clear();
        CountDownLatch free = new CountDownLatch(1);
        shelf.held = free;
        List<CompletableFuture<Step>> answers = new ArrayList<>();
        answers.add(submit(3));
        await("asked 2");
        answers.add(submit(4));
        await("told 4 at 1");
        answers.add(submit(5));
        await("told 5 at 1");
        assertThat(answers).noneMatch(CompletableFuture::isDone);
        assertThat(loop.state().revision()).isEqualTo(1);
        free.countDown();
        for (CompletableFuture<Step> each : answers) {
            each.get(30, TimeUnit.SECONDS);
        }

        // What is kept first takes nothing back of what is still to be kept.
        assertThat(happened)
                .containsSubsequence(
                        "told 3 at 1", "asked 2", "told 4 at 1", "told 5 at 1", "kept 2", "told 5 at 2", "told 5 at 4")
                .doesNotContain("told 3 at 2", "told 4 at 2")
                .filteredOn(each -> each.startsWith("kept"))
                .containsExactly("kept 2", "kept 4");
    }

    @Test
    void whatFollowedACommitThatFailedIsTurnedDownWithItAndStaysTold() throws Exception {
        happened.clear();
        CountDownLatch free = new CountDownLatch(1);
        shelf.held = free;
        shelf.full = true;
        List<CompletableFuture<Step>> answers = List.of(submit(3), submitWhenAsked(2, 4));
        await("told 4 at 1");
        free.countDown();
        for (CompletableFuture<Step> each : answers) {
            assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(NotKept.class);
        }
        shelf.full = false;
        report(6);

        assertThat(happened)
                .containsExactly(
                        "told 3 at 1",
                        "asked 2",
                        "told 4 at 1",
                        "full at 2",
                        "told 4 at 1",
                        "asked 2",
                        "kept 2",
                        "told 6 at 2");
    }

    private CompletableFuture<Step> submit(int pods) {
        return loop.submit(SmallFabric.report(0, pods)).toCompletableFuture();
    }

    private CompletableFuture<Step> submitWhenAsked(long revision, int pods) throws InterruptedException {
        await("asked " + revision);
        return submit(pods);
    }

    private void await(String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!happened.contains(what)) {
            assertThat(System.nanoTime()).as("%s, awaiting %s", happened, what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
