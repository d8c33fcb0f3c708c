package io.heddle.cni.linux;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Removes interfaces without waiting for the kernel to free their memory. A request to remove one is answered only after a grace
 * period of RCU, 10 to 30 ms; that the interface, its addresses and its routes are gone can be seen after less than one, as soon as
 * the kernel lets go of its lock on interfaces. So one thread asks for the removal and waits for the answer, and the caller asks
 * until there is no such interface.
 */
public final class LinkRemoval implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final long PAUSE_NANOS = 50_000;

    private final RoutingSockets host;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("remove-", 1).daemon().factory());
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** In the namespace of these sockets, which must be that of the calling threads. */
    public LinkRemoval(RoutingSockets host) {
        this.host = host;
    }

    /** Returns when there is no interface of this name. */
    public void remove(String name) throws LinuxException {
        Optional<Link> found = host.use(socket -> Links.find(socket, name));
        if (found.isPresent()) {
            // By index: a name may be another interface's by the time the request is read.
            remove(found.get().index());
        }
        host.steps().done("link removed");
    }

    private void remove(int index) throws LinuxException {
        CompletableFuture<Boolean> freed = new CompletableFuture<>();
        room.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                freed.complete(host.use(socket -> request(socket, index)));
            } catch (LinuxException | RuntimeException e) {
                freed.completeExceptionally(e);
            } finally {
                room.release();
            }
        });
        while (!freed.isDone() && host.use(socket -> Links.find(socket, index)).isPresent()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (freed.isCompletedExceptionally()) {
            rethrow(freed);
        }
    }

    /** Whether it was there to remove: a pod's namespace that ends takes its links along. */
    private static boolean request(NetlinkSocket socket, int index) throws LinuxException {
        try {
            socket.run(List.of(Links.delete(index)));
            return true;
        } catch (LinuxException e) {
            if (e.errno() == Errno.ENODEV) {
                return false;
            }
            throw e;
        }
    }

    private static void rethrow(CompletableFuture<Boolean> failed) throws LinuxException {
        try {
            failed.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LinuxException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Returns when every removal was answered. */
    @Override
    public void close() {
        threads.close();
    }
}
