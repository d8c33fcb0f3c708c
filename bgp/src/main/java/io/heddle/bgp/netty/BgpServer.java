package io.heddle.bgp.netty;

import io.heddle.bgp.mrt.MrtRecording;
import io.heddle.bgp.mrt.SpeakerTable;
import io.heddle.bgp.speaker.DynamicPeers;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** A speaker that listens and connects. Thread-safe: everything is done on the speaker's own thread. */
public final class BgpServer implements AutoCloseable {

    private final BgpHost host;
    private final Loop loop;
    private final boolean alone;

    BgpServer(BgpHost host, Loop loop, boolean alone) {
        this.host = host;
        this.loop = loop;
        this.alone = alone;
    }

    /**
     * Starts a speaker without peers.
     *
     * @param families what it can exchange
     * @param random for jitter, see {@link Speaker}
     * @param troubles told of programming errors that cost a connection
     */
    public static BgpServer start(
            SpeakerConfig config,
            AddressFamilies families,
            TransportOptions options,
            RandomGenerator random,
            Consumer<Throwable> troubles) {
        BgpHost host = new BgpHost(options, troubles);
        Loop loop = host.loop(config, families, random);
        host.listeners().strangersTo(loop);
        host.listen();
        return new BgpServer(host, loop, true);
    }

    /** Where it listens. */
    public List<InetSocketAddress> addresses() {
        return host.listeners().addresses();
    }

    /** Adds a peer and starts its session; its number. */
    public int addPeer(SpeakerPeer peer) {
        return ask((speaker, now) -> {
                    host.listeners().expect(peer.peer().transport(), loop);
                    return speaker.addPeer(peer, now);
                })
                .join();
    }

    public void addDynamicPeers(DynamicPeers range) {
        tell((speaker, _) -> speaker.addDynamicPeers(range)).join();
    }

    /** Asks the speaker something on its thread. */
    public <T> CompletableFuture<T> ask(SpeakerCall<T> call) {
        return CompletableFuture.supplyAsync(() -> loop.call(call), host.eventLoop());
    }

    public CompletableFuture<Void> tell(SpeakerTask task) {
        return CompletableFuture.runAsync(() -> loop.run(task), host.eventLoop());
    }

    /** Has the paths to peers that ask for it watched by this from now on; those watched before are not handed over. */
    public void watchPaths(PathWatch paths) {
        CompletableFuture.runAsync(() -> loop.paths = paths, host.eventLoop()).join();
    }

    /**
     * The tables as a dump that other tools read (RFC 6396), see {@link SpeakerTable}. Made in one go on the speaker's thread, in memory, so
     * that no slow disk holds up sessions: some 60 MB a million routes.
     *
     * @param seconds the time of the dump, since 1970
     */
    public CompletableFuture<byte[]> tableDump(long seconds) {
        return ask((speaker, _) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                SpeakerTable.write(speaker, out, seconds);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    /**
     * Records what peers say, as records that other tools read (RFC 6396), see {@link MrtRecording}; sessions that are up already are
     * recorded from now on.
     *
     * @param seconds the time of day, since 1970
     * @param sink takes whole records on the speaker's thread: it must hand them on, not write them to a disk itself
     * @return ends the recording when it is run
     */
    public Runnable record(LongSupplier seconds, Consumer<byte[]> sink) {
        MrtRecording recording = ask((speaker, _) -> {
                    MrtRecording made =
                            new MrtRecording(speaker.config().router().asn(), seconds, sink);
                    speaker.watch(made);
                    return made;
                })
                .join();
        return () -> tell((speaker, _) -> speaker.unwatch(recording)).join();
    }

    /** Open connections that peers opened. */
    public int acceptedConnections() {
        return CompletableFuture.supplyAsync(() -> loop.admission().open(), host.eventLoop())
                .join();
    }

    /** Connections that were refused since the start because there were too many. */
    public long refusedConnections() {
        return CompletableFuture.supplyAsync(() -> loop.admission().refused(), host.eventLoop())
                .join();
    }

    /**
     * Closes all connections without farewell and stops; where others share the thread, they go on. For an orderly end stop the sessions
     * first.
     */
    @Override
    public void close() {
        if (alone) {
            host.close();
        } else {
            CompletableFuture.runAsync(() -> host.forget(loop), host.eventLoop())
                    .join();
        }
    }
}
