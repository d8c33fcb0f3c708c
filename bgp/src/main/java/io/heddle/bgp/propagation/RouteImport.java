package io.heddle.bgp.propagation;

import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.policy.PolicyEvaluation;
import io.heddle.bgp.policy.PolicyOutcome;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;

/** Receiving a route: loop checks, LOCAL_PREF, import policy, graceful shutdown. */
public final class RouteImport {

    private static final Passage AS_LOOP = new Passage.Stopped("own AS in AS_PATH (RFC 4271 section 9.1.2)");
    private static final Passage REFLECTION_LOOP =
            new Passage.Stopped("own identifier in ORIGINATOR_ID or CLUSTER_LIST (RFC 4456 section 8)");

    private RouteImport() {}

    /** Whether the loop checks stop the route: RFC 4271 section 9.1.2 for eBGP, RFC 4456 section 8 for iBGP. */
    public static boolean loops(PathAttributes received, BgpConfig router, int allowOwnAs, boolean external) {
        return external
                ? received.asPath().count(router.asn().value()) > allowOwnAs
                : router.routerId().equals(received.originatorId())
                        || !received.clusterList().isEmpty()
                                && received.clusterList().contains(router.routerId());
    }

    /** Whether the group's import changes and refuses nothing beyond the loop checks. */
    public static boolean isTransparent(PeerGroup group) {
        return group.importPolicy().terms().isEmpty() && group.importPolicy().acceptOtherwise();
    }

    /** RFC 8326 section 4.2: a neighbour about to go is preferred least. */
    private static PathAttributes leaving(PathAttributes accepted, boolean external) {
        return external && accepted.has(Community.GRACEFUL_SHUTDOWN) ? accepted.withLocalPref(0) : accepted;
    }

    /** The route as {@code router} takes it into its table, received in {@code group}. */
    public static Passage apply(
            PathAttributes received, BgpConfig router, PeerGroup group, boolean external, RouteFacts facts) {
        if (loops(received, router, group.allowOwnAs(), external)) {
            return external ? AS_LOOP : REFLECTION_LOOP;
        }
        PathAttributes attributes = external && received.localPref() != PathAttributes.DEFAULT_LOCAL_PREF
                ? received.withLocalPref(PathAttributes.DEFAULT_LOCAL_PREF)
                : received;
        if (isTransparent(group)) {
            return new Passage.Passed(leaving(attributes, external));
        }
        Policy policy = group.importPolicy();
        return switch (PolicyEvaluation.apply(policy, attributes, facts, router.asn())) {
            case PolicyOutcome.Accepted accepted -> new Passage.Passed(leaving(accepted.attributes(), external));
            case PolicyOutcome.Rejected rejected ->
                new Passage.Stopped("import policy " + policy.name() + ", term " + rejected.term());
        };
    }
}
