package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A client that watches: one of as many as may, with a sign of life now and then. Single-threaded. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed close is the end of the channel
final class Watcher {

    /** Time in which a client reads why its stream ends. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final Shared shared;
    private final Channel channel;
    private final Deadline deadline;
    private final PeerName peer;
    private final EventStream stream;
    private final Consumer<String> cut;

    private Watcher(
            Shared shared, Channel channel, Deadline deadline, PeerName peer, long after, Consumer<String> cut) {
        this.shared = shared;
        this.channel = channel;
        this.deadline = deadline;
        this.peer = peer;
        this.cut = cut;
        stream = EventStream.begin(channel, shared.log(), after);
    }

    /**
     * Begins to watch.
     *
     * @param after the revision whose followers are wanted
     * @param cut closes the connection of one that takes nothing, with the reason
     * @throws Refused if there are too many
     */
    static Watcher begin(
            Shared shared, Channel channel, Deadline deadline, PeerName peer, long after, Consumer<String> cut)
            throws Refused {
        if (shared.watchers().incrementAndGet() > shared.limits().watchers()) {
            shared.watchers().decrementAndGet();
            throw new Refused(Problem.of(
                            503,
                            "too-many-watchers",
                            "watchers: at most " + shared.limits().watchers())
                    .with("retry-after", "10"));
        }
        shared.count();
        Watcher watcher = new Watcher(shared, channel, deadline, peer, after, cut);
        watcher.beatLater(false);
        return watcher;
    }

    /** A sign of life, a look at the certificate, and one that took nothing for two beats is cut off. */
    private void beatLater(boolean wasStuck) {
        deadline.set(shared.limits().heartbeat(), () -> {
            boolean stuck = !channel.isWritable();
            Optional<String> doubt = peer.doubt();
            if (stream.hasEnded() || (stuck && wasStuck)) {
                cut.accept("a watcher takes nothing");
            } else if (doubt.isPresent()) {
                stream.end("the certificate is not believed any more");
                deadline.set(LINGER, channel::close);
            } else {
                stream.beat();
                beatLater(stuck);
            }
        });
    }

    /** The connection takes octets again, or no longer. */
    void pump() {
        stream.pump();
    }

    /** The connection is gone. */
    void gone() {
        stream.gone();
        shared.watchers().decrementAndGet();
    }
}
