package io.heddle.controller.southbound.use;

/** A switch did not say what it holds; the message says why. */
public final class ReadFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public ReadFailed(String message) {
        super(message);
    }

    public ReadFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
