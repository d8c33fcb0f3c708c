package io.heddle.controller.daemon;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.State;
import io.heddle.controller.http.api.NotWriting;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers whether something more would fit, one question at a time and on a thread of its own: tables are computed for it, which may take
 * seconds, and neither the loop nor a server's thread waits. Each question has a judge of its own, since a judge counts what it let in.
 */
final class Questions implements AutoCloseable {

    private static final int MOST_WAITING = 16;

    private final Supplier<Judge> judges;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("questions").daemon().factory());

    /** @param judges a fresh one each time */
    Questions(Supplier<Judge> judges) {
        this.judges = judges;
    }

    CompletionStage<Judgement> ask(State state, Demand demand) {
        try {
            return CompletableFuture.supplyAsync(() -> judges.get().judge(state, demand), thread);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new NotWriting(MOST_WAITING + " questions wait already"));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
