package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the session machine is told of a peer.
 *
 * @param localAs the AS we are to this peer
 * @param routerId our BGP identifier, not zero (RFC 6286)
 * @param passive wait for the peer to connect, never connect ourselves
 * @param families at least one, each once
 * @param restart graceful restart; absent switches it off
 */
public record SessionConfig(
        Asn localAs,
        IpAddress routerId,
        RemoteAs remoteAs,
        boolean passive,
        SessionTimers timers,
        List<FamilyConfig> families,
        Set<Feature> features,
        @Nullable RestartConfig restart,
        @Nullable RoleConfig role) {

    public SessionConfig {
        families = List.copyOf(families);
        features = Set.copyOf(features);
        if (!routerId.isV4() || routerId.low() == 0) {
            throw new IllegalArgumentException("router id " + routerId + " is not 32 bits other than zero (RFC 6286)");
        }
        if (families.isEmpty()
                || families.stream().map(FamilyConfig::family).distinct().count() != families.size()) {
            throw new IllegalArgumentException("families " + families + ": expected at least one, each once");
        }
    }

    /** Active, default timers, every feature, no graceful restart, no role. */
    public static SessionConfig of(Asn localAs, IpAddress routerId, RemoteAs remoteAs, AddressFamilyId... families) {
        return new SessionConfig(
                localAs,
                routerId,
                remoteAs,
                false,
                SessionTimers.DEFAULT,
                List.of(families).stream().map(FamilyConfig::of).toList(),
                EnumSet.allOf(Feature.class),
                null,
                null);
    }

    public SessionConfig withPassive() {
        return new SessionConfig(localAs, routerId, remoteAs, true, timers, families, features, restart, role);
    }

    public SessionConfig withTimers(SessionTimers changed) {
        return new SessionConfig(localAs, routerId, remoteAs, passive, changed, families, features, restart, role);
    }

    public SessionConfig withFamilies(FamilyConfig... changed) {
        return new SessionConfig(
                localAs, routerId, remoteAs, passive, timers, List.of(changed), features, restart, role);
    }

    public SessionConfig withFeatures(Set<Feature> changed) {
        return new SessionConfig(localAs, routerId, remoteAs, passive, timers, families, changed, restart, role);
    }

    public SessionConfig withRestart(RestartConfig changed) {
        return new SessionConfig(localAs, routerId, remoteAs, passive, timers, families, features, changed, role);
    }

    public SessionConfig withRole(RoleConfig changed) {
        return new SessionConfig(localAs, routerId, remoteAs, passive, timers, families, features, restart, changed);
    }

    public Optional<FamilyConfig> family(AddressFamilyId id) {
        return families.stream().filter(each -> each.family().equals(id)).findFirst();
    }
}
