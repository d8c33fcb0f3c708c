package io.heddle.controller.daemon;

import io.heddle.controller.http.server.ServerEvents;
import io.heddle.controller.tls.Caller;

/** The API's server in the daemon's log. */
final class ServerLog implements ServerEvents {

    private final DaemonLog log;

    ServerLog(DaemonLog log) {
        this.log = log;
    }

    @Override
    public void answered(String method, String route, int status, long nanos) {
        // Every request would drown the rest.
    }

    @Override
    public void refused(Caller caller, String remote, String code, String detail) {
        log.write("request-refused", "remote", remote, "code", code, "detail", detail);
    }

    @Override
    public void cut(String remote, String reason) {
        log.write("connection-cut", "remote", remote, "reason", reason);
    }

    @Override
    public void failed(String route, Throwable cause) {
        log.write("fault", "where", route, "fault", cause);
    }

    @Override
    public void counts(int connections, int watchers) {
        // Asked for by nobody yet.
    }

    @Override
    public void certificates(boolean usable, String reason) {
        log.write(usable ? "certificates-read" : "certificates-kept", "reason", reason);
    }
}
