package io.heddle.controller.southbound.frr;

/** FRR does not take a configuration, or cannot be asked; the message has its words. Nothing has changed. */
public final class ConfigRefused extends Exception {

    private static final long serialVersionUID = 1;

    public ConfigRefused(String message) {
        super(message);
    }

    public ConfigRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
