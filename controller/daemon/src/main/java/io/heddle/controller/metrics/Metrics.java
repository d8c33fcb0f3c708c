package io.heddle.controller.metrics;

import io.heddle.controller.core.State;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** All metrics of a controller. Used by all threads. */
public final class Metrics {

    /** Prometheus' text format, version 0.0.4. */
    public static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final HttpMetrics http = new HttpMetrics(registry);

    /**
     * Metrics that read from these.
     *
     * @param drift how many differences there are now
     * @param ready whether it is ready for traffic
     */
    public Metrics(Supplier<State> state, Supplier<Integer> drift, Supplier<Boolean> ready) {
        new ControllerMetrics(registry, state).register(drift, ready);
    }

    public HttpMetrics http() {
        return http;
    }

    public PrometheusRegistry registry() {
        return registry;
    }

    /** All of them now, in {@link #MEDIA_TYPE}. */
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
