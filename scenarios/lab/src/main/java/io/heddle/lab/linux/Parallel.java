package io.heddle.lab.linux;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing to many, a few at a time: most of it is waiting for other processes. */
public final class Parallel {

    private static final int AT_ONCE = 4;

    /** What is done to each. */
    @FunctionalInterface
    public interface Work<T, R> {
        R on(T each) throws LabException;
    }

    private Parallel() {}

    /** The results in the order of {@code all}. The first failure in that order is thrown, after all have ended. */
    public static <T, R> List<R> map(Collection<T> all, Work<T, R> work) throws LabException {
        try (ExecutorService pool = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofPlatform().daemon().factory())) {
            List<Future<R>> futures = new ArrayList<>();
            for (T each : all) {
                futures.add(pool.submit(() -> work.on(each)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> each : futures) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LabException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }
}
