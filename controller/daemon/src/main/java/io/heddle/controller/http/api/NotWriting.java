package io.heddle.controller.http.api;

/** This replica cannot change anything now; the message says who can, or what is in the way. */
public final class NotWriting extends Exception {

    private static final long serialVersionUID = 1;

    public NotWriting(String reason) {
        super(reason, null, false, false);
    }
}
