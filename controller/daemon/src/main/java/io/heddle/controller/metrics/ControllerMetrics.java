package io.heddle.controller.metrics;

import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.State;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.EntryKind;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Of the controller's state, read when asked for. */
final class ControllerMetrics {

    private final PrometheusRegistry registry;
    private final Supplier<State> state;

    ControllerMetrics(PrometheusRegistry registry, Supplier<State> state) {
        this.registry = registry;
        this.state = state;
    }

    void register(Supplier<Integer> drift, Supplier<Boolean> ready) {
        gauge("revision", "Revision of the store.", State::revision);
        gauge("pods", "Pods that agents reported.", State::pods);
        gauge("nodes", "Nodes of the fabric that run pods.", each -> each.layout()
                .nodes()
                .size());
        gauge("nodes_alive", "Nodes that registered and are not dead.", ControllerMetrics::alive);
        gauge(
                "pods_refused",
                "Pods that no switch was told of because one could not hold them.",
                each -> count(each, node -> node.refused().size()));
        gauge("blocks_granted", "Blocks and single addresses that nodes have.", each -> each.owners()
                .size());
        gauge("drift", "Switches without session, or not told all that is wanted of them.", _ -> drift.get());
        gauge("ready", "1 when ready for traffic.", _ -> ready.get() ? 1 : 0);
        GaugeWithCallback.builder()
                .name("heddle_controller_switch_up")
                .help("1 while the controller speaks with a switch.")
                .labelNames("switch")
                .callback(each -> state.get()
                        .layout()
                        .switches()
                        .keys()
                        .forEach(name -> each.call(state.get().seen(name).up() ? 1 : 0, name.value())))
                .register(registry);
        entries("held", "Entries that a switch holds, by its own account.", false);
        entries("foreign", "Entries that a switch holds and Heddle did not make.", true);
    }

    private void gauge(String name, String help, ToDoubleFunction<State> value) {
        GaugeWithCallback.builder()
                .name("heddle_controller_" + name)
                .help(help)
                .callback(each -> each.call(value.applyAsDouble(state.get())))
                .register(registry);
    }

    private void entries(String name, String help, boolean foreign) {
        GaugeWithCallback.builder()
                .name("heddle_controller_switch_entries_" + name)
                .help(help)
                .labelNames("switch", "kind")
                .callback(each -> {
                    for (Map.Entry<DeviceName, ?> entry : state.get().switches()) {
                        state.get().seen(entry.getKey()).use().ifPresent(use -> {
                            for (EntryKind kind : EntryKind.values()) {
                                long count = (foreign ? use.foreign() : use.held()).of(kind);
                                if (count > 0) {
                                    each.call((double) count, entry.getKey().value(), word(kind));
                                }
                            }
                        });
                    }
                })
                .register(registry);
    }

    private static String word(EntryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long alive(State state) {
        return count(state, node -> node.record().alive() ? 1 : 0);
    }

    private static long count(State state, Function<NodeState, Integer> one) {
        long sum = 0;
        for (NodeState each : state.nodes().values()) {
            sum += one.apply(each);
        }
        return sum;
    }
}
