package io.heddle.cni.linux;

/** The error numbers of {@code asm-generic/errno.h} that matter here. */
public final class Errno {

    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int ENXIO = 6;
    public static final int EAGAIN = 11;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENOBUFS = 105;

    private Errno() {}

    static String text(int errno) {
        return switch (errno) {
            case 1 -> "operation not permitted";
            case ENOENT -> "no such file";
            case ESRCH -> "no such entry";
            case 12 -> "out of memory";
            case 13 -> "permission denied";
            case EBUSY -> "busy";
            case EEXIST -> "exists already";
            case ENODEV -> "no such device";
            case EINVAL -> "invalid argument";
            case 34 -> "out of range";
            case 95 -> "not supported";
            case EADDRNOTAVAIL -> "no such address";
            case 101 -> "network unreachable";
            case ENOBUFS -> "no buffer space";
            default -> "error " + errno;
        };
    }
}
