package io.heddle.bgp.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Waits until a socket has something, a time is over, or another thread calls. */
public final class Waiting implements AutoCloseable {

    private static final int DESCRIPTOR = 8;
    private static final short READABLE = 1;
    private static final int NONBLOCK_CLOSE_ON_EXEC = 0x80800;
    private static final long MILLISECOND = 1_000_000;

    private final Arena arena = Arena.ofShared();
    private final int event = Libc.eventfd(NONBLOCK_CLOSE_ON_EXEC);
    private final MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_LONG, 1);
    private final MemorySegment scratch = arena.allocate(8, 8);

    public Waiting() throws IOException {}

    /** Ends the wait that is under way, or the next one. Any thread may call. */
    public void wake() throws IOException {
        Libc.write(event, one);
    }

    /**
     * Waits.
     *
     * @param nanos at most this long, rounded up to a millisecond; longer than a day counts as a day
     */
    public void on(List<DatagramEndpoint> endpoints, long nanos) throws IOException {
        long limit = Math.clamp(nanos, 0, 86_400_000 * MILLISECOND);
        try (Arena confined = Arena.ofConfined()) {
            MemorySegment descriptors = confined.allocate((endpoints.size() + 1L) * DESCRIPTOR, 8);
            for (int number = 0; number <= endpoints.size(); number++) {
                int fd = number == endpoints.size()
                        ? event
                        : endpoints.get(number).descriptor();
                descriptors.set(JAVA_INT, (long) number * DESCRIPTOR, fd);
                descriptors.set(JAVA_SHORT, (long) number * DESCRIPTOR + 4, READABLE);
            }
            Libc.poll(descriptors, endpoints.size() + 1, (int) ((limit + MILLISECOND - 1) / MILLISECOND));
        }
        Libc.drain(event, scratch);
    }

    @Override
    public void close() {
        Libc.close(event);
        arena.close();
    }
}
