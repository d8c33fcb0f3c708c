package io.heddle.cni.json;

/** A value that is missing or of the wrong form; the message says where, what was found and what was expected. */
public final class BadField extends Exception {

    private static final long serialVersionUID = 1;

    public BadField(String path, String found, String expected) {
        super(path + ": found " + found + ", expected " + expected);
    }
}
