package io.heddle.evpn.calc;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity.DfElection;
import io.heddle.evpn.community.EvpnCommunity.EsiLabel;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.vrf.ForwarderCandidate;
import io.heddle.model.net.Esi;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every Ethernet segment ever named, and the routes that speak of them. Single-threaded. */
final class Segments {

    private final Vteps vteps;
    private final Targets targets;
    private final Map<Esi, Segment> byEsi = new HashMap<>();
    private final Segment none = new Segment(EvpnRoute.NO_ESI, false);

    Segments(Vteps vteps, Targets targets) {
        this.vteps = vteps;
        this.targets = targets;
    }

    Segment of(Esi esi) {
        return esi.equals(EvpnRoute.NO_ESI) ? none : byEsi.computeIfAbsent(esi, each -> new Segment(each, true));
    }

    /** A type 1 route is there, or with null, gone. Whoever depends on the segment has been touched. */
    void set(EvpnRoute.EthernetAutoDiscovery route, @Nullable EvpnAttributes attributes) {
        Segment segment = of(route.segment());
        Segment.Key key = new Segment.Key(route.distinguisher(), route.tag().value());
        segment.discoveries.remove(key);
        if (attributes != null) {
            Vtep vtep = vteps.of(attributes.nextHop().orElseThrow());
            // Never taken out again: one that is there too long costs a look, not a wrong answer.
            vtep.segments.add(segment);
            segment.discoveries.put(
                    key,
                    new Segment.Discovery(
                            route.tag().value(),
                            vtep,
                            targets.of(attributes.targets()),
                            attributes
                                    .community(EsiLabel.class)
                                    .filter(EsiLabel::singleActive)
                                    .isPresent()));
        }
    }

    /** A type 4 route; it changes no table. */
    void set(EvpnRoute.EthernetSegment route, @Nullable EvpnAttributes attributes) {
        Segment segment = of(route.segment());
        Segment.MemberKey key = new Segment.MemberKey(route.distinguisher(), route.originator());
        if (attributes == null) {
            segment.members.remove(key);
        } else {
            segment.members.put(
                    key,
                    attributes
                            .community(DfElection.class)
                            .map(wish -> new ForwarderCandidate(route.originator(), wish))
                            .orElseGet(() -> ForwarderCandidate.of(route.originator())));
        }
    }
}
