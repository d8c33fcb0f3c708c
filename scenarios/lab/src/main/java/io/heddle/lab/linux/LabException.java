package io.heddle.lab.linux;

/** The system did not do what the lab asked of it: what was asked, and what it said. */
public final class LabException extends Exception {

    private static final long serialVersionUID = 1;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
