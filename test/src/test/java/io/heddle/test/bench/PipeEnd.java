package io.heddle.test.bench;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerDriver;
import java.util.ArrayDeque;
import java.util.Queue;

/** Notes what a speaker asks for. Single-threaded. */
final class PipeEnd implements SpeakerDriver {

    boolean wantsToConnect;
    int connection = Speaker.REFUSED;
    long wakeAt = Long.MAX_VALUE;
    final Queue<Integer> writable = new ArrayDeque<>();

    @Override
    public void connect(int peer, TransportConfig transport) {
        wantsToConnect = true;
    }

    @Override
    public void stopConnecting(int peer) {
        wantsToConnect = false;
    }

    @Override
    public void close(int number) {
        throw new IllegalStateException("a session ended");
    }

    @Override
    public void wantsToWrite(int number) {
        writable.add(number);
    }

    @Override
    public void wakeAt(long nanos) {
        wakeAt = nanos;
    }
}
