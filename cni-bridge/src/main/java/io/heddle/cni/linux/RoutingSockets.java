package io.heddle.cni.linux;

import io.heddle.cni.step.Steps;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Routing sockets of one namespace, kept for the next user: opening one costs as much as using it. */
public final class RoutingSockets implements AutoCloseable {

    private final NetworkNamespace namespace;
    private final ConcurrentLinkedDeque<NetlinkSocket> idle = new ConcurrentLinkedDeque<>();
    private final Steps steps;

    /** Of the namespace of the threads that will use it. */
    public RoutingSockets(NetworkNamespace namespace, Steps steps) {
        this.namespace = namespace;
        this.steps = steps;
    }

    public NetworkNamespace namespace() {
        return namespace;
    }

    /** Told after each request that changes something. */
    public Steps steps() {
        return steps;
    }

    /** What is done with a socket. */
    @FunctionalInterface
    public interface Use<T> {
        T with(NetlinkSocket socket) throws LinuxException;
    }

    /** Uses a socket; one that failed to answer is not used again. */
    public <T> T use(Use<T> use) throws LinuxException {
        NetlinkSocket socket = idle.pollFirst();
        if (socket == null) {
            socket = NetlinkSocket.forThreadsByTurns();
        }
        boolean sound = false;
        try {
            T result = use.with(socket);
            sound = true;
            return result;
        } catch (LinuxException e) {
            sound = e.errno() != Errno.EAGAIN && e.errno() != Errno.ENOBUFS;
            throw e;
        } finally {
            if (sound) {
                idle.addFirst(socket);
            } else {
                socket.close();
            }
        }
    }

    /** Sends requests in one call and throws for the first that was refused. */
    public void run(String step, List<NetlinkMessage> requests) throws LinuxException {
        use(socket -> {
            socket.run(requests);
            return true;
        });
        steps.done(step);
    }

    @Override
    public void close() {
        for (NetlinkSocket each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
            each.close();
        }
    }
}
