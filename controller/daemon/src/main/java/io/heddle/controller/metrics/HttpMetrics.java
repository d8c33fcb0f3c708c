package io.heddle.controller.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Of the API. Used by all threads. */
public final class HttpMetrics {

    private static final double NANOS = 1e9;

    private final Counter requests;
    private final Histogram seconds;
    private final Counter refused;
    private final Counter cut;
    private final Counter faults;
    private final Gauge connections;
    private final Gauge watchers;
    private final Gauge certificates;

    HttpMetrics(PrometheusRegistry registry) {
        requests = Counter.builder()
                .name("heddle_http_requests_total")
                .help("Requests answered.")
                .labelNames("method", "route", "status")
                .register(registry);
        seconds = Histogram.builder()
                .name("heddle_http_request_seconds")
                .help("From a request's header to the end of its answer.")
                .classicOnly()
                .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
                .labelNames("route")
                .register(registry);
        refused = Counter.builder()
                .name("heddle_http_refused_total")
                .help("Requests turned down, by the code of the problem.")
                .labelNames("code")
                .register(registry);
        cut = Counter.builder()
                .name("heddle_http_cut_total")
                .help("Connections that were ended for what their client did.")
                .register(registry);
        faults = Counter.builder()
                .name("heddle_http_faults_total")
                .help("Requests that met a fault of the controller.")
                .register(registry);
        connections = Gauge.builder()
                .name("heddle_http_connections")
                .help("Open connections.")
                .register(registry);
        watchers = Gauge.builder()
                .name("heddle_http_watchers")
                .help("Open event streams.")
                .register(registry);
        certificates = Gauge.builder()
                .name("heddle_http_certificates_usable")
                .help("0 when the files cannot be used and older certificates are kept.")
                .register(registry);
        certificates.set(1);
    }

    public void answered(String method, String route, int status, long nanos) {
        requests.labelValues(method, route, String.valueOf(status)).inc();
        seconds.labelValues(route).observe(nanos / NANOS);
    }

    public void refused(String code) {
        refused.labelValues(code).inc();
    }

    public void cut() {
        cut.inc();
    }

    public void fault() {
        faults.inc();
    }

    public void counts(int open, int watching) {
        connections.set(open);
        watchers.set(watching);
    }

    public void certificates(boolean usable) {
        certificates.set(usable ? 1 : 0);
    }
}
