package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import java.util.List;

/** What a peer's OPEN says of several paths a prefix (RFC 7911 section 4). */
final class AddPathOffer {

    private AddPathOffer() {}

    static boolean receives(BgpMessage.Open open, AddressFamilyId family) {
        return families(open).stream()
                .anyMatch(each -> each.receive() && each.family().equals(family));
    }

    static boolean sends(BgpMessage.Open open, AddressFamilyId family) {
        return families(open).stream()
                .anyMatch(each -> each.send() && each.family().equals(family));
    }

    private static List<Capability.AddPath.PathsFamily> families(BgpMessage.Open open) {
        return open.capability(Capability.AddPath.class)
                .map(Capability.AddPath::families)
                .orElse(List.of());
    }
}
