package io.heddle.scenarios.cli;

/** The person's input or usage is wrong; the message says how and what to do. Ends the command with exit code 2. */
final class InputException extends Exception {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
