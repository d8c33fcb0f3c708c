package io.heddle.bgp.speaker;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.List;

/**
 * A speaker. RFC 8212 needs no switch here: a peer group always has policies, and where a person set none the configuration says
 * {@link io.heddle.model.config.Policy#REJECT_ALL}.
 *
 * @param router AS, identifier (which is the cluster of a route reflector too, RFC 4456 section 7) and multipath; its neighbours become peers when they are added. What it originates is not looked at: which
 *     prefixes those are depends on interfaces and pods, so they are given to the speaker in batches.
 * @param restarting the speaker starts after a restart and kept forwarding: announcements wait for the peers' end of RIB (RFC 4724
 *     section 4.1)
 */
public record SpeakerConfig(BgpConfig router, boolean restarting) {

    public static SpeakerConfig of(BgpConfig router) {
        return new SpeakerConfig(router, false);
    }

    /** A router without neighbours. */
    public static SpeakerConfig of(Asn asn, IpAddress routerId, int maxPaths) {
        return of(new BgpConfig(asn, routerId, List.of(), List.of(), maxPaths, true));
    }
}
