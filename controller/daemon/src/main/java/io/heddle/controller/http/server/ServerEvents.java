package io.heddle.controller.http.server;

import io.heddle.controller.tls.Caller;

/** What the server tells of itself: metrics and log. Called on event loops. */
public interface ServerEvents {

    /**
     * A request was answered.
     *
     * @param route its path as in the routes, or {@code -} if it had none
     * @param nanos from its header to the last octet of the answer handed to the socket
     */
    void answered(String method, String route, int status, long nanos);

    /** A request was turned down; {@code code} as in the problem. */
    void refused(Caller caller, String remote, String code, String detail);

    /** A connection was ended by us for what its client did or did not do. */
    void cut(String remote, String reason);

    /** A handler failed: a fault of ours. */
    void failed(String route, Throwable cause);

    /** How many connections and watchers there are now. */
    void counts(int connections, int watchers);

    /** Certificates were read again, or could not be. */
    void certificates(boolean usable, String reason);
}
