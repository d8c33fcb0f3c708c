package io.heddle.cni.linux;

/** An open network namespace: a descriptor, so that it outlives its name. */
public final class NetworkNamespace implements AutoCloseable {

    private final int fd;
    private final String name;

    private NetworkNamespace(int fd, String name) {
        this.fd = fd;
        this.name = name;
    }

    /** Opens the one at a path such as {@code /run/netns/x}; whether it is one shows when it is entered. */
    public static NetworkNamespace open(String path) throws LinuxException {
        return new NetworkNamespace(Libc.open(path), path);
    }

    /** That of the calling thread. */
    public static NetworkNamespace current() throws LinuxException {
        return open("/proc/thread-self/ns/net");
    }

    /** Moves the calling thread into a new one, for good: for threads that end with their task. */
    public static NetworkNamespace unshare() throws LinuxException {
        Libc.unshare(Libc.CLONE_NEWNET);
        return current();
    }

    /** A path by which this process can open it, whatever its name. */
    public String path() {
        return "/proc/self/fd/" + fd;
    }

    int fd() {
        return fd;
    }

    /** What is done inside a namespace. */
    @FunctionalInterface
    public interface Inside<T> {
        T run() throws LinuxException;
    }

    /**
     * Runs something inside, on the calling thread, which must be a platform thread in namespace {@code home}.
     *
     * @throws LinuxException also when this is no network namespace
     */
    public <T> T enter(NetworkNamespace home, Inside<T> inside) throws LinuxException {
        Libc.setns(fd, Libc.CLONE_NEWNET, "enter network namespace " + name);
        try {
            return inside.run();
        } finally {
            leave(home);
        }
    }

    /** Opens a routing socket inside, for the calling thread. */
    public NetlinkSocket socket(NetworkNamespace home) throws LinuxException {
        return enter(home, NetlinkSocket::forThisThread);
    }

    private static void leave(NetworkNamespace home) {
        try {
            Libc.setns(home.fd, Libc.CLONE_NEWNET, "leave");
        } catch (LinuxException e) {
            // A thread in the wrong namespace would put the next pod's links there: no thread may go on.
            Runtime.getRuntime().halt(70);
        }
    }

    @Override
    public void close() {
        Libc.close(fd);
    }

    @Override
    public String toString() {
        return name;
    }
}
