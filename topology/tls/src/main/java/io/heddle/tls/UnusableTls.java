package io.heddle.tls;

/** The files cannot be used; the message names the file and never quotes it. */
public final class UnusableTls extends Exception {

    private static final long serialVersionUID = 1;

    UnusableTls(String message) {
        super(message);
    }
}
