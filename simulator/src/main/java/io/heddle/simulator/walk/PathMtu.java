package io.heddle.simulator.walk;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long a pod's packet may be on its way: the least of each cable's MTU less the encapsulation it crosses it in. */
public final class PathMtu {

    /**
     * The tightest cable.
     *
     * @param bytes the longest IP packet of a pod that passes it
     * @param overhead of encapsulation there, in bytes
     */
    public record Tightest(int bytes, Link link, int mtu, int overhead) {}

    private final Map<PortRef, Integer> mtus = new HashMap<>();

    public PathMtu(NetworkConfig config) {
        for (SwitchConfig each : config.switches()) {
            for (RoutedPort port : each.routedPorts()) {
                mtus.put(new PortRef(each.name(), port.port()), port.mtu());
            }
            for (BridgePort port : each.bridgePorts()) {
                port.members().forEach(member -> mtus.put(new PortRef(each.name(), member), port.mtu()));
            }
        }
    }

    /** Over every path of a walk; empty if it crosses no cable. */
    public Optional<Tightest> of(Walk walk) {
        Tightest tightest = null;
        for (Step step : walk.steps()) {
            if (step instanceof Step.Sent sent) {
                for (Leg leg : sent.legs()) {
                    if (leg.link().isPresent()) {
                        Link link = leg.link().get();
                        int overhead = leg.next().packet().overhead();
                        int mtu = mtu(link);
                        if (tightest == null || mtu - overhead < tightest.bytes()) {
                            tightest = new Tightest(mtu - overhead, link, mtu, overhead);
                        }
                    }
                }
            }
        }
        return Optional.ofNullable(tightest);
    }

    private int mtu(Link link) {
        int a = mtus.getOrDefault(link.a(), Integer.MAX_VALUE);
        int b = mtus.getOrDefault(link.b(), Integer.MAX_VALUE);
        return Math.min(a, b);
    }
}
