package io.heddle.test.controller;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.managed.Pod;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Pods end and others start, on a thread of its own, while everything else dies. An agent that is away is asked again, as a kubelet
 * does. Whoever looks at the pods as a whole lets it rest meanwhile.
 */
final class Churn implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final ChaosFabric fabric;
    private final List<DeviceName> nodes;
    private final long pauseMillis;
    private final Random random = new Random(7);
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    private volatile boolean closed;
    private int turns;

    Churn(ChaosFabric fabric, List<DeviceName> nodes, long pauseMillis) {
        this.fabric = fabric;
        this.nodes = nodes;
        this.pauseMillis = pauseMillis;
        thread = Thread.ofPlatform().name("churn").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                synchronized (this) {
                    turn();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            }
        } catch (Exception | AssertionError e) {
            failed.set(e);
        }
    }

    private void turn() throws Exception {
        List<Pod> mine =
                fabric.pods.stream().filter(each -> nodes.contains(each.node())).toList();
        Pod ends = mine.get(random.nextInt(mine.size()));
        insist(() -> fabric.removePod(ends));
        insist(() -> fabric.addPod(ends.node()));
        notDoubled();
        turns++;
    }

    private void notDoubled() {
        Map<String, Pod> byAddress = new HashMap<>();
        for (Pod each : fabric.pods) {
            Pod other = byAddress.put(each.address().toString(), each);
            if (other != null) {
                throw new AssertionError(each + " has the address of " + other);
            }
        }
    }

    /** What is done to a pod, or while no pod comes or goes. */
    @FunctionalInterface
    interface Deed {
        void run() throws Exception;
    }

    private static void insist(Deed deed) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                deed.run();
                return;
            } catch (LabException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    /** The pods that are there when no pod is just coming or going; what went wrong so far is thrown. */
    synchronized List<Pod> living() {
        @Nullable Throwable wrong = failed.get();
        if (wrong != null) {
            throw new AssertionError("pods can no longer come and go: " + wrong.getMessage(), wrong);
        }
        return new ArrayList<>(fabric.pods);
    }

    /** Does something while no pod comes or goes. */
    synchronized void resting(Deed deed) throws Exception {
        living();
        deed.run();
    }

    /** How many pods were replaced. */
    synchronized int turns() {
        return turns;
    }

    @Override
    public void close() {
        closed = true;
        join(thread);
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
