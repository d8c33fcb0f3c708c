package io.heddle.controller.daemon.loop;

/** An event was turned down since what it changes cannot be kept here now. */
public final class NotKept extends Exception {

    private static final long serialVersionUID = 1;

    public NotKept(String reason) {
        super(reason, null, false, false);
    }
}
