package io.heddle.cni.agent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import jdk.net.ExtendedSocketOptions;

/**
 * The UNIX socket that the CNI binary connects to. Only the agent's own user may (for a node: root): the socket has mode 0600, and the
 * kernel is asked who is at the other end. A connection that is not done within 30 s of its start is ended.
 */
public final class AgentServer implements AutoCloseable {

    /** The kernel makes links one after the other anyway; more threads cost memory alone. */
    private static final int AT_ONCE = 16;

    private static final int BACKLOG = 256;
    private static final int READ_SECONDS = 30;

    private final Path path;
    private final BiFunction<Map<String, String>, byte[], Answer> agent;
    private final ServerSocketChannel channel;
    private final ExecutorService workers =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("cni-", 1).factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cni-watch").daemon().factory());
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final String owner;

    /** Binds the socket, in place of one that a dead agent left. */
    public AgentServer(Path path, BiFunction<Map<String, String>, byte[], Answer> agent) throws IOException {
        this.path = path;
        this.agent = agent;
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.deleteIfExists(path);
        channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(path), BACKLOG);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        owner = Files.getOwner(path).getName();
    }

    /** Serves until the socket is closed. */
    public void serve() throws IOException {
        while (true) {
            SocketChannel connection;
            try {
                connection = channel.accept();
            } catch (ClosedChannelException e) {
                return;
            }
            room.acquireUninterruptibly();
            workers.execute(() -> {
                try {
                    serve(connection);
                } finally {
                    room.release();
                }
            });
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            ScheduledFuture<?> end = watch.schedule(() -> close(connection), READ_SECONDS, TimeUnit.SECONDS);
            Optional<Frames.Request> request = Frames.read(connection);
            end.cancel(false);
            if (request.isEmpty()
                    || !connection
                            .getOption(ExtendedSocketOptions.SO_PEERCRED)
                            .user()
                            .getName()
                            .equals(owner)) {
                return;
            }
            ByteBuffer answer = Frames.write(
                    agent.apply(request.get().environment(), request.get().input()));
            while (answer.hasRemaining()) {
                connection.write(answer);
            }
        } catch (IOException e) {
            // The runtime gave up on its plugin; it will ask again or DEL.
            AgentLog.event("connection-lost", "reason", String.valueOf(e.getMessage()));
        }
    }

    private static void close(SocketChannel connection) {
        try {
            connection.close();
        } catch (IOException e) {
            AgentLog.event("connection-lost", "reason", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
        workers.shutdown();
        watch.shutdownNow();
    }
}
