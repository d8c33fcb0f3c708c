package io.heddle.simulator.event;

import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How devices see the fabric: by the cables they take for dead, and the pods they know of. Single-threaded. */
final class Outlook {

    /** Views of the fabric kept: as many as devices may differ about it at a time. */
    private static final int VIEWS = 32;

    private final World world;
    private final Map<View, Premises> views = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Premises> eldest) {
            return size() > VIEWS;
        }
    };

    /** What nodes know to run on them, and what switches take to live on their ports. */
    Endpoints running;

    Endpoints heard;

    private record View(Outage outage, Endpoints endpoints) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof View that && endpoints == that.endpoints && outage.equals(that.outage);
        }

        @Override
        public int hashCode() {
            return outage.hashCode() * 31 + System.identityHashCode(endpoints);
        }
    }

    Outlook(World world, Endpoints endpoints) {
        this.world = world;
        running = endpoints;
        heard = endpoints;
    }

    private Premises viewOf(Device device) {
        boolean isSwitch = device.config().isPresent();
        Outage believed = world.knowledge.believedBy(device.name(), device.links());
        return premises(believed, isSwitch ? heard : running);
    }

    private Premises premises(Outage outage, Endpoints endpoints) {
        View view = new View(outage, endpoints);
        Premises known = views.get(view);
        if (known == null) {
            known = fresh(view);
            views.put(view, known);
        }
        return known;
    }

    /** Pods come and go one by one, and most of a view is the same with or without one. */
    private Premises fresh(View view) {
        for (Map.Entry<View, Premises> each : views.entrySet()) {
            if (each.getKey().outage.equals(view.outage)) {
                return each.getValue().with(view.endpoints);
            }
        }
        return Premises.of(world.fabric, world.config, view.endpoints, view.outage);
    }

    /** Devices look again at the fabric. */
    void look(Iterable<Device> some, Cause cause) {
        for (Device each : some) {
            if (world.plant.lives(each.name())) {
                each.see(viewOf(each), cause);
            }
        }
    }

    /** How it really stands, told by cables alone, as devices know it, so that views are shared. */
    Premises real() {
        Outage outage = world.plant.outage();
        Set<Link> down = new LinkedHashSet<>();
        world.fabric.links().stream().filter(each -> !outage.isUp(each)).forEach(down::add);
        return premises(new Outage(Set.of(), down), heard);
    }
}
