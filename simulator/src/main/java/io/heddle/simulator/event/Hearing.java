package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Cause;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hears which EVPN routes a speaker chooses, and tells the overlay at once: FRR imports a route into its VNI when it comes
 * ({@code bgp_evpn_import_route} in {@code bgp_update}), not when the queue of decisions is worked off. Single-threaded.
 */
final class Hearing {

    private final DeviceName router;
    private final Overlay overlay;
    private final Environment environment;
    private final Supplier<Cause> cause;

    Hearing(DeviceName router, Overlay overlay, Environment environment, Supplier<Cause> cause) {
        this.router = router;
        this.overlay = overlay;
        this.environment = environment;
        this.cause = cause;
    }

    /** Listens to a speaker that has just started, and has it announce what the overlay has. */
    void begin(Speaker speaker) {
        speaker.listen(AddressFamilyId.of(AddressFamily.L2VPN_EVPN), this::changed, environment.now());
        overlay.announceAll(speaker, environment.now());
    }

    private void changed(List<LocRib.Change> changes) {
        environment.decided(router, changes.size());
        if (environment.isWatching()) {
            changes.forEach(each -> environment.changedMind(router, each.destination()));
        }
        overlay.heard(changes, cause.get());
    }
}
