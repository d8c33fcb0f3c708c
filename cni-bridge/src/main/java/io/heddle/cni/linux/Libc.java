package io.heddle.cni.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The system calls of the agent. Each answers what the C function answers, or throws with {@code errno}.
 *
 * <p>A call that can block holds its thread: callers are platform threads, and {@code setns} binds them to their thread anyway.
 */
@SuppressWarnings("restricted")
final class Libc {

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    static final int AF_PACKET = 17;
    static final int SOCK_RAW = 3;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int O_CLOEXEC = 0x80000;
    static final int CLONE_NEWNET = 0x40000000;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = call("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SETNS = call("setns", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle UNSHARE = call("unshare", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle SOCKET =
            call("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SETSOCKOPT =
            call("setsockopt", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle SENDTO =
            call("sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle RECV =
            call("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

    private static final ThreadLocal<MemorySegment> CAPTURED =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

    private Libc() {}

    private static MethodHandle call(String name, FunctionDescriptor shape) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), shape, Linker.Option.captureCallState("errno"));
    }

    private static MethodHandle call(String name, FunctionDescriptor shape, int firstVariadic) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                shape,
                Linker.Option.captureCallState("errno"),
                Linker.Option.firstVariadicArg(firstVariadic));
    }

    static int open(String path) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = CAPTURED.get();
            int fd = (int) OPEN.invokeExact(state, arena.allocateFrom(path), O_CLOEXEC);
            return checked(fd, "open " + path, state);
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

    static void setns(int fd, int kind, String what) throws LinuxException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) SETNS.invokeExact(state, fd, kind);
            checked(result, what, state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void unshare(int kinds) throws LinuxException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) UNSHARE.invokeExact(state, kinds);
            checked(result, "unshare", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int socket(int family, int type, int protocol) throws LinuxException {
        try {
            MemorySegment state = CAPTURED.get();
            int fd = (int) SOCKET.invokeExact(state, family, type | SOCK_CLOEXEC, protocol);
            return checked(fd, "socket", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Sets an option; {@code value} is a C int, or a {@code struct timeval} in two longs. */
    static void setOption(int fd, int level, int option, MemorySegment value) throws LinuxException {
        try {
            MemorySegment state = CAPTURED.get();
            int result = (int) SETSOCKOPT.invokeExact(state, fd, level, option, value, (int) value.byteSize());
            checked(result, "setsockopt " + option, state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void setOption(int fd, int level, int option, int value) throws LinuxException {
        try (Arena arena = Arena.ofConfined()) {
            setOption(fd, level, option, arena.allocateFrom(ValueLayout.JAVA_INT, value));
        }
    }

    /** Sends {@code bytes} to {@code address}, which may be {@link MemorySegment#NULL}. */
    static void send(int fd, MemorySegment bytes, MemorySegment address) throws LinuxException {
        try {
            MemorySegment state = CAPTURED.get();
            long sent =
                    (long) SENDTO.invokeExact(state, fd, bytes, bytes.byteSize(), 0, address, (int) address.byteSize());
            checked((int) sent, "send", state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Receives one datagram; answers its length, which with {@code MSG_TRUNC} may exceed the buffer. */
    static int receive(int fd, MemorySegment buffer, int flags) throws LinuxException {
        try {
            MemorySegment state = CAPTURED.get();
            while (true) {
                long got = (long) RECV.invokeExact(state, fd, buffer, buffer.byteSize(), flags);
                if (got < 0 && (int) ERRNO.get(state, 0L) == Errno.EINTR) {
                    continue;
                }
                return checked((int) got, "receive", state);
            }
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static int checked(int result, String what, MemorySegment state) throws LinuxException {
        if (result < 0) {
            throw new LinuxException(what, (int) ERRNO.get(state, 0L), "");
        }
        return result;
    }

    private static LinuxException unexpected(Throwable thrown) throws LinuxException {
        return switch (thrown) {
            case LinuxException refused -> refused;
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            default -> throw new AssertionError(thrown);
        };
    }
}
