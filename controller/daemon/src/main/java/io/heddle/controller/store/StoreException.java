package io.heddle.controller.store;

import java.io.IOException;

/** A store that cannot be used, with what to do about it. */
public abstract sealed class StoreException extends IOException {

    private static final long serialVersionUID = 1;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is read cannot be what was written. */
    public static final class Corrupt extends StoreException {
        private static final long serialVersionUID = 1;

        public Corrupt(String place, String found) {
            super(place + " is corrupt: " + found
                    + "; restore a backup with 'heddle controller restore --config FILE --from BACKUP'");
        }
    }

    /** Written by a later version. */
    public static final class Newer extends StoreException {
        private static final long serialVersionUID = 1;

        public Newer(String place, long found) {
            super(place + " has format " + found + ", this version reads up to " + Store.FORMAT);
        }
    }

    /** Another process uses it. */
    public static final class InUse extends StoreException {
        private static final long serialVersionUID = 1;

        public InUse(String place) {
            super(place + " is in use by another process");
        }
    }

    /** It cannot write now; what was kept before is untouched, and writing may be tried again. */
    public static final class Full extends StoreException {
        private static final long serialVersionUID = 1;

        public Full(String place, Throwable cause) {
            super(place + " cannot be written: " + cause.getMessage(), cause);
        }
    }

    /** This writer's time is over: another may write. */
    public static final class Fenced extends StoreException {
        private static final long serialVersionUID = 1;

        public Fenced(String place, String found) {
            super(place + ": " + found);
        }
    }

    /** Nobody answers. Whether a commit happened is not known; the store is to be loaded again. */
    public static final class Unreachable extends StoreException {
        private static final long serialVersionUID = 1;

        public Unreachable(String place, String found) {
            super(place + ": " + found);
        }
    }
}
