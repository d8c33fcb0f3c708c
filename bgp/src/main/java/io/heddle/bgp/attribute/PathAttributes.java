package io.heddle.bgp.attribute;

import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that decide and travel.
 *
 * @param localPref LOCAL_PREF; 100 where the route came without
 * @param med MULTI_EXIT_DISC, or {@link #NO_MED}
 * @param communities sorted, without doubles
 * @param originatorId ORIGINATOR_ID of a reflected route (RFC 4456 section 8)
 * @param clusterList CLUSTER_LIST, nearest reflector first
 */
public record PathAttributes(
        Origin origin,
        AsPath asPath,
        long localPref,
        long med,
        List<Community> communities,
        @Nullable IpAddress originatorId,
        List<IpAddress> clusterList) {

    public static final long NO_MED = -1;

    public static final long DEFAULT_LOCAL_PREF = 100;

    /** What a router's own route starts with. */
    public static PathAttributes originated(Origin origin) {
        return new PathAttributes(origin, AsPath.EMPTY, DEFAULT_LOCAL_PREF, NO_MED, List.of(), null, List.of());
    }

    public PathAttributes withAsPath(AsPath changed) {
        return new PathAttributes(origin, changed, localPref, med, communities, originatorId, clusterList);
    }

    public PathAttributes withLocalPref(long changed) {
        return new PathAttributes(origin, asPath, changed, med, communities, originatorId, clusterList);
    }

    public PathAttributes withMed(long changed) {
        return new PathAttributes(origin, asPath, localPref, changed, communities, originatorId, clusterList);
    }

    /** With the attributes a route reflector adds (RFC 4456 section 8). */
    public PathAttributes reflected(IpAddress originator, IpAddress cluster) {
        List<IpAddress> longer = new ArrayList<>(clusterList.size() + 1);
        longer.add(cluster);
        longer.addAll(clusterList);
        return new PathAttributes(
                origin,
                asPath,
                localPref,
                med,
                communities,
                originatorId == null ? originator : originatorId,
                List.copyOf(longer));
    }

    /** With another originator, where a reflector has put one in. */
    public PathAttributes originatedBy(IpAddress originator) {
        return originatorId == null
                ? this
                : new PathAttributes(origin, asPath, localPref, med, communities, originator, clusterList);
    }

    public PathAttributes withCommunity(Community added) {
        if (communities.contains(added)) {
            return this;
        }
        List<Community> more = new ArrayList<>(communities);
        more.add(added);
        more.sort(null);
        return new PathAttributes(origin, asPath, localPref, med, List.copyOf(more), originatorId, clusterList);
    }

    public PathAttributes withoutCommunity(Community removed) {
        List<Community> fewer =
                communities.stream().filter(each -> !each.equals(removed)).toList();
        return new PathAttributes(origin, asPath, localPref, med, fewer, originatorId, clusterList);
    }

    public boolean has(Community community) {
        return !communities.isEmpty() && communities.contains(community);
    }
}
