package io.heddle.cni.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A routing socket of one network namespace: it stays in the namespace it was opened in, whatever thread uses it. For one thread
 * at a time.
 */
public final class NetlinkSocket implements AutoCloseable {

    private static final int ROUTE = 0;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    private static final int SOL_NETLINK = 270;
    private static final int EXT_ACK = 11;
    private static final int CAP_ACK = 10;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int ERROR_TEXT = 1;
    private static final int DUMP_INTERRUPTED = 0x10;
    private static final int ATTRIBUTES_PRESENT = 0x200;
    private static final long PATIENCE_SECONDS = 20;
    private static final int BUFFER = 1 << 16;

    private final Arena arena;
    private final boolean closesArena;
    private final MemorySegment memory;
    private final ByteBuffer buffer;
    private final int fd;
    private int sequence = 1;

    private NetlinkSocket(Arena arena, boolean closesArena) throws LinuxException {
        this.arena = arena;
        this.closesArena = closesArena;
        memory = arena.allocate(BUFFER, 8);
        buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder());
        fd = Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW, ROUTE);
        Libc.setOption(fd, SOL_NETLINK, EXT_ACK, 1);
        Libc.setOption(fd, SOL_NETLINK, CAP_ACK, 1);
        MemorySegment time = arena.allocate(16, 8);
        time.set(ValueLayout.JAVA_LONG, 0, PATIENCE_SECONDS);
        Libc.setOption(fd, SOL_SOCKET, SO_RCVTIMEO, time);
    }

    /** Opens one in the namespace of the calling thread, for that thread alone. */
    static NetlinkSocket forThisThread() throws LinuxException {
        return new NetlinkSocket(Arena.ofConfined(), true);
    }

    /**
     * Opens one in the namespace of the calling thread, for one thread after the other. Its memory is left to the garbage collector:
     * closing a shared arena stops every thread of the JVM.
     */
    static NetlinkSocket forThreadsByTurns() throws LinuxException {
        return new NetlinkSocket(Arena.ofAuto(), false);
    }

    /** What became of one request. */
    record Outcome(NetlinkMessage request, int errno, String text, List<NetlinkReply> replies) {

        /** The first reply, if the kernel accepted the request. */
        Optional<NetlinkReply> reply() {
            return replies.stream().findFirst();
        }

        void orThrow() throws LinuxException {
            if (errno != 0) {
                throw new LinuxException(request.what(), errno, text);
            }
        }
    }

    /** Sends all in one call; the kernel works through them in order, past those it refuses. */
    List<Outcome> transact(List<NetlinkMessage> requests) throws LinuxException {
        int first = sequence;
        sequence += requests.size();
        buffer.clear();
        for (int i = 0; i < requests.size(); i++) {
            buffer.put(requests.get(i).bytes(first + i));
        }
        Libc.send(fd, memory.asSlice(0, buffer.position()), MemorySegment.NULL);
        List<Outcome> outcomes = new ArrayList<>();
        List<NetlinkReply> replies = new ArrayList<>();
        while (outcomes.size() < requests.size()) {
            for (Received each : receive()) {
                int at = each.sequence - first;
                if (at < 0) {
                    continue; // left over from a request that ran out of patience
                }
                if (each.reply.type() == NLMSG_ERROR) {
                    NetlinkMessage request = requests.get(at);
                    outcomes.add(new Outcome(request, -each.reply.u32(0), each.text(), List.copyOf(replies)));
                    replies.clear();
                } else {
                    replies.add(each.reply);
                }
            }
        }
        return outcomes;
    }

    /** Sends all in one call, and throws for the first that was refused, after all were tried. */
    public void run(List<NetlinkMessage> requests) throws LinuxException {
        for (Outcome each : transact(requests)) {
            each.orThrow();
        }
    }

    /** Every answer to a request for a whole table. */
    List<NetlinkReply> dump(NetlinkMessage request) throws LinuxException {
        while (true) {
            int number = sequence++;
            ByteBuffer bytes = request.bytes(number);
            buffer.clear().put(bytes);
            Libc.send(fd, memory.asSlice(0, buffer.position()), MemorySegment.NULL);
            List<NetlinkReply> replies = new ArrayList<>();
            boolean done = false;
            boolean torn = false;
            while (!done) {
                for (Received each : receive()) {
                    if (each.sequence != number) {
                        continue;
                    }
                    torn |= (each.flags & DUMP_INTERRUPTED) != 0;
                    switch (each.reply.type()) {
                        case NLMSG_DONE -> done = true;
                        case NLMSG_ERROR -> new Outcome(request, -each.reply.u32(0), each.text(), List.of()).orThrow();
                        default -> replies.add(each.reply);
                    }
                }
            }
            if (!torn) {
                return replies;
            }
        }
    }

    private record Received(int sequence, int flags, NetlinkReply reply) {

        /** The kernel's words on a refusal, if it has any. */
        String text() {
            if ((flags & ATTRIBUTES_PRESENT) == 0) {
                return "";
            }
            // With CAP_ACK the refused request is not repeated but for its header.
            Map<Integer, byte[]> attributes = reply.attributes(4 + NetlinkMessage.HEADER);
            byte[] text = attributes.get(ERROR_TEXT);
            return text == null ? "" : new String(text, 0, text.length - 1, StandardCharsets.US_ASCII);
        }
    }

    private List<Received> receive() throws LinuxException {
        int length = Libc.receive(fd, memory, 0);
        List<Received> messages = new ArrayList<>();
        int at = 0;
        while (at + NetlinkMessage.HEADER <= length) {
            int size = buffer.getInt(at);
            if (size < NetlinkMessage.HEADER || at + size > length) {
                throw new IllegalStateException("netlink message of " + size + " bytes in " + (length - at));
            }
            byte[] body = new byte[size - NetlinkMessage.HEADER];
            buffer.get(at + NetlinkMessage.HEADER, body);
            messages.add(new Received(
                    buffer.getInt(at + 8),
                    buffer.getShort(at + 6),
                    new NetlinkReply(
                            buffer.getShort(at + 4) & 0xFFFF,
                            ByteBuffer.wrap(body).order(ByteOrder.nativeOrder()))));
            at += size + 3 & ~3;
        }
        return messages;
    }

    @Override
    public void close() {
        Libc.close(fd);
        if (closesArena) {
            arena.close();
        }
    }
}
