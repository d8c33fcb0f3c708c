package io.heddle.cni.linux;

import java.io.IOException;

/** The kernel said no. */
public final class LinuxException extends IOException {

    private static final long serialVersionUID = 1;

    private final int errno;

    /**
     * @param what what was attempted, to begin the message with
     * @param detail the kernel's own words, or empty
     */
    public LinuxException(String what, int errno, String detail) {
        super(what + ": " + Errno.text(errno) + (detail.isEmpty() ? "" : " (" + detail + ")"));
        this.errno = errno;
    }

    /** The number of {@code errno.h}. */
    public int errno() {
        return errno;
    }
}
