package io.heddle.controller.http;

import io.heddle.controller.http.server.ServerEvents;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.metrics.HttpMetrics;
import io.heddle.controller.tls.Caller;

/** What the server tells, as metrics and log. Requests that are answered are counted, not logged. */
record ToldEvents(HttpMetrics metrics, EventLog log) implements ServerEvents {

    @Override
    public void answered(String method, String route, int status, long nanos) {
        metrics.answered(method, route, status, nanos);
    }

    @Override
    public void refused(Caller caller, String remote, String code, String detail) {
        metrics.refused(code);
        log.write(LogEvent.REQUEST_REFUSED, "caller", caller.name(), "remote", remote, "code", code, "detail", detail);
    }

    @Override
    public void cut(String remote, String reason) {
        metrics.cut();
        log.write(LogEvent.CONNECTION_CUT, "remote", remote, "reason", reason);
    }

    @Override
    public void failed(String route, Throwable cause) {
        metrics.fault();
        log.write(LogEvent.FAULT, "where", route, "fault", cause);
    }

    @Override
    public void counts(int connections, int watchers) {
        metrics.counts(connections, watchers);
    }

    @Override
    public void certificates(boolean usable, String reason) {
        metrics.certificates(usable);
        log.write(usable ? LogEvent.CERTIFICATES_READ : LogEvent.CERTIFICATES_KEPT, "reason", reason);
    }
}
