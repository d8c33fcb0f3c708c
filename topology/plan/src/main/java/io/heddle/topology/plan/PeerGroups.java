package io.heddle.topology.plan;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.design.SessionFamily;
import io.heddle.topology.design.SessionRule;
import io.heddle.topology.design.SessionSide;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One peer group for each side of a rule, shared by every router that uses it. */
final class PeerGroups {

    private final List<IpFamily> families;

    /** By the rule itself, since comparing rules compares whole policies; then by side and family. */
    private final IdentityHashMap<SessionRule, @Nullable PeerGroup[]> groups = new IdentityHashMap<>();

    PeerGroups(List<IpFamily> families) {
        this.families = families;
    }

    /**
     * The group that a router puts its peers of {@code rule} in.
     *
     * @param lower whether the router is the lower one
     * @param only the family of the addresses of a session over a VLAN: it carries that alone
     */
    PeerGroup of(SessionRule rule, boolean lower, Optional<IpFamily> only) {
        @Nullable PeerGroup[] ofRule = groups.computeIfAbsent(rule, _ -> new PeerGroup[6]);
        int index = (lower ? 3 : 0) + (only.isEmpty() ? 0 : 1 + only.get().ordinal());
        PeerGroup known = ofRule[index];
        if (known == null) {
            known = make(rule, lower, only);
            ofRule[index] = known;
        }
        return known;
    }

    private PeerGroup make(SessionRule rule, boolean lower, Optional<IpFamily> only) {
        String peers = (lower ? rule.upper() : rule.lower()).toString();
        String name = only.isEmpty() ? peers : peers + (only.get() == IpFamily.IPV4 ? "-ipv4" : "-ipv6");
        SessionSide side = lower ? rule.lowerSide() : rule.upperSide();
        return new PeerGroup(
                name,
                families(rule, only),
                side.importPolicy(),
                side.exportPolicy(),
                side.reflectorClient(),
                side.nextHop(),
                side.allowOwnAs(),
                rule.bfd());
    }

    private Set<AddressFamily> families(SessionRule rule, Optional<IpFamily> only) {
        Set<AddressFamily> carried = EnumSet.noneOf(AddressFamily.class);
        if (rule.families().contains(SessionFamily.UNICAST)) {
            for (IpFamily each : families) {
                if (only.isEmpty() || only.get() == each) {
                    carried.add(each == IpFamily.IPV4 ? AddressFamily.IPV4_UNICAST : AddressFamily.IPV6_UNICAST);
                }
            }
        }
        if (rule.families().contains(SessionFamily.EVPN)) {
            carried.add(AddressFamily.L2VPN_EVPN);
        }
        return carried;
    }
}
