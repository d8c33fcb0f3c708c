package io.heddle.simulator.stable;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.Match;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.config.Policy;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A living BGP speaker.
 *
 * @param number its position among all routers
 * @param switchNumber its number as a switch, or -1
 * @param device the switch or node behind it; null for an external router
 * @param stub a node that sends only what it originated itself, so that nothing it learns matters to others
 */
record Router(
        int number,
        DeviceName name,
        BgpConfig bgp,
        int switchNumber,
        @Nullable Object device,
        boolean stub,
        long routerId) {

    static Router of(int number, SwitchConfig config, BgpConfig bgp, int switchNumber) {
        return new Router(
                number,
                config.name(),
                bgp,
                switchNumber,
                config,
                false,
                bgp.routerId().low());
    }

    static Router of(int number, NodeProgram program, BgpConfig bgp) {
        return new Router(
                number,
                program.name(),
                bgp,
                -1,
                program,
                isStub(bgp),
                bgp.routerId().low());
    }

    static Router of(int number, ExternalRouter router) {
        return new Router(
                number,
                router.name(),
                router.bgp(),
                -1,
                null,
                false,
                router.bgp().routerId().low());
    }

    private static boolean isStub(BgpConfig bgp) {
        for (Origination each : bgp.originations()) {
            // An aggregate depends on what was learned.
            if (each instanceof Origination.Aggregate) {
                return false;
            }
        }
        return bgp.neighbors().stream()
                .allMatch(each -> sendsOwnOnly(each.group().exportPolicy()));
    }

    private static boolean sendsOwnOnly(Policy policy) {
        return !policy.acceptOtherwise()
                && policy.terms().stream().filter(term -> term.accept()).allMatch(term -> term.matches().stream()
                        .anyMatch(Match.OriginatedHere.class::isInstance));
    }

    List<RoutedPort> routedPorts() {
        return switch (device) {
            case SwitchConfig config -> config.routedPorts();
            case NodeProgram program -> program.routedPorts();
            case null, default -> List.of();
        };
    }

    /** A router is itself alone; its configuration need not be compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
