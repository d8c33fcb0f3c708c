package io.heddle.bgp.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The system calls of this package. They answer what C answers, or throw with {@code errno}. */
@SuppressWarnings("restricted")
final class Libc {

    static final int AGAIN = 11;
    static final int INTERRUPTED = 4;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SETSOCKOPT = call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SENDTO =
            call("sendto", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle RECVMSG = call("recvmsg", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle POLL = call("poll", ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle EVENTFD = call("eventfd", JAVA_INT, JAVA_INT);
    private static final MethodHandle WRITE = call("write", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle READ = call("read", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = call("close", JAVA_INT);
    private static final MethodHandle INDEX = call("if_nametoindex", ADDRESS);
    private static final MethodHandle NAME = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("if_indextoname"), FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));

    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private Libc() {}

    /** Calls that answer with a number, negative for an error. Those of type {@code ssize_t} fit: no datagram has 2 GiB. */
    private static MethodHandle call(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, arguments),
                Linker.Option.captureCallState("errno"));
    }

    static int socket(int family, int type, int protocol) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            return checked((int) SOCKET.invokeExact(state, family, type, protocol), "socket", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void bind(int fd, MemorySegment address, String what) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) BIND.invokeExact(state, fd, address, (int) address.byteSize());
            checked(result, "bind " + what, state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void setOption(int fd, int level, int option, MemorySegment value) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) SETSOCKOPT.invokeExact(state, fd, level, option, value, (int) value.byteSize());
            checked(result, "setsockopt " + level + "/" + option, state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void send(int fd, MemorySegment bytes, MemorySegment address, String what) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            int result =
                    (int) SENDTO.invokeExact(state, fd, bytes, bytes.byteSize(), 0, address, (int) address.byteSize());
            checked(result, "send to " + what, state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The length of a datagram, or -1 when none waits. */
    static int receive(int fd, MemorySegment header, int flags) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) RECVMSG.invokeExact(state, fd, header, flags);
            int errno = (int) ERRNO.get(state, 0L);
            if (result < 0 && (errno == AGAIN || errno == INTERRUPTED)) {
                return -1;
            }
            return checked(result, "receive", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void poll(MemorySegment descriptors, int count, int milliseconds) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) POLL.invokeExact(state, descriptors, (long) count, milliseconds);
            if (result < 0 && (int) ERRNO.get(state, 0L) == INTERRUPTED) {
                return;
            }
            checked(result, "poll", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int eventfd(int flags) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            return checked((int) EVENTFD.invokeExact(state, 0, flags), "eventfd", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void write(int fd, MemorySegment bytes) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            checked((int) WRITE.invokeExact(state, fd, bytes, bytes.byteSize()), "write", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Reads what is there, which may be nothing. */
    static void drain(int fd, MemorySegment into) throws IOException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) READ.invokeExact(state, fd, into, into.byteSize());
            if (result >= 0 || (int) ERRNO.get(state, 0L) != AGAIN) {
                checked(result, "read", state);
            }
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void close(int fd) {
        try {
            // An error of close says nothing about these descriptors, and the descriptor is gone either way.
            int ignored = (int) CLOSE.invokeExact(CAPTURED.get(), fd);
            assert ignored <= 0;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static int interfaceIndex(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = CAPTURED.get();
            int index = (int) INDEX.invokeExact(state, arena.allocateFrom(name));
            return checked(index == 0 ? -1 : index, "interface " + name, state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** The name of an interface, empty when it is gone. */
    static String interfaceName(int index) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(16);
            MemorySegment found = (MemorySegment) NAME.invokeExact(index, name);
            return found.equals(MemorySegment.NULL) ? "" : name.getString(0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static int checked(int result, String what, MemorySegment state) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": errno " + (int) ERRNO.get(state, 0L));
        }
        return result;
    }

    private static IOException unexpected(Throwable thrown) throws IOException {
        return switch (thrown) {
            case IOException refused -> refused;
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            default -> throw new AssertionError(thrown);
        };
    }
}
