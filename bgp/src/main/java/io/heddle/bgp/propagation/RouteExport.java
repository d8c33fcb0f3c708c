package io.heddle.bgp.propagation;

import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.policy.PolicyEvaluation;
import io.heddle.bgp.policy.PolicyOutcome;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.IpAddress;
import java.util.List;

/** Sending the best route on: who may have it, export policy, and the attributes that change. Once for a whole update group. */
public final class RouteExport {

    private static final Passage INTERNAL =
            new Passage.Stopped("learned by iBGP and neither side is a client (RFC 4456 section 6)");
    private static final Passage NO_ADVERTISE = new Passage.Stopped("NO_ADVERTISE (RFC 1997)");
    private static final Passage NO_EXPORT = new Passage.Stopped("NO_EXPORT (RFC 1997)");

    private RouteExport() {}

    /**
     * The best route and where it came from.
     *
     * @param fromClient it came from a route-reflector client
     * @param fromRouterId the peer it came from; the own identifier if originated
     */
    public record Best(PathAttributes attributes, RouteSourceKind source, boolean fromClient, IpAddress fromRouterId) {}

    /** The route as the members of {@code group} receive it, before their own checks. */
    public static Passage apply(Best best, BgpConfig router, PeerGroup group, boolean external, RouteFacts facts) {
        PathAttributes attributes = best.attributes();
        boolean reflects = best.source() == RouteSourceKind.INTERNAL && !external;
        if (reflects && !best.fromClient() && !group.routeReflectorClient()) {
            return INTERNAL;
        }
        if (attributes.has(Community.NO_ADVERTISE)) {
            return NO_ADVERTISE;
        }
        if (external && attributes.has(Community.NO_EXPORT)) {
            return NO_EXPORT;
        }
        boolean medSet = false;
        if (!group.exportPolicy().terms().isEmpty() || !group.exportPolicy().acceptOtherwise()) {
            switch (PolicyEvaluation.apply(group.exportPolicy(), attributes, facts, router.asn())) {
                case PolicyOutcome.Accepted accepted -> {
                    attributes = accepted.attributes();
                    medSet = accepted.medSet();
                }
                case PolicyOutcome.Rejected rejected -> {
                    return new Passage.Stopped(
                            "export policy " + group.exportPolicy().name() + ", term " + rejected.term());
                }
            }
        }
        if (external) {
            return new Passage.Passed(leaveAs(attributes, router, best.source(), medSet));
        }
        return new Passage.Passed(reflects ? attributes.reflected(best.fromRouterId(), router.routerId()) : attributes);
    }

    /**
     * The route as a route server passes it on to a client (RFC 7947 section 2): the export policy decides, AS_PATH and MED stay as they
     * are.
     */
    public static Passage applyTransparently(Best best, BgpConfig router, PeerGroup group, RouteFacts facts) {
        if (best.attributes().has(Community.NO_ADVERTISE)) {
            return NO_ADVERTISE;
        }
        if (best.attributes().has(Community.NO_EXPORT)) {
            return NO_EXPORT;
        }
        return switch (PolicyEvaluation.apply(group.exportPolicy(), best.attributes(), facts, router.asn())) {
            case PolicyOutcome.Accepted accepted ->
                new Passage.Passed(accepted.attributes().withLocalPref(PathAttributes.DEFAULT_LOCAL_PREF));
            case PolicyOutcome.Rejected rejected ->
                new Passage.Stopped("export policy " + group.exportPolicy().name() + ", term " + rejected.term());
        };
    }

    private static PathAttributes leaveAs(
            PathAttributes attributes, BgpConfig router, RouteSourceKind source, boolean medSet) {
        long med = medSet || source == RouteSourceKind.ORIGINATED ? attributes.med() : PathAttributes.NO_MED;
        return new PathAttributes(
                attributes.origin(),
                attributes.asPath().prepend(router.asn().value()),
                PathAttributes.DEFAULT_LOCAL_PREF,
                med,
                attributes.communities(),
                null,
                List.of());
    }
}
