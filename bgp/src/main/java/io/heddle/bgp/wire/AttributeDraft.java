package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Aggregator;
import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.LargeCommunity;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.attribute.RawAttribute;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes of a block as they are found. */
final class AttributeDraft {

    Origin origin = Origin.INCOMPLETE;
    AsPath asPath = AsPath.EMPTY;

    @Nullable
    AsPath as4Path;

    @Nullable
    NextHop nextHop;

    long med = PathAttributes.NO_MED;
    long localPref = PathAttributes.DEFAULT_LOCAL_PREF;
    boolean atomicAggregate;

    @Nullable
    Aggregator aggregator;

    @Nullable
    Aggregator as4Aggregator;

    List<Community> communities = List.of();

    @Nullable
    IpAddress originatorId;

    List<IpAddress> clusterList = List.of();
    List<ExtendedCommunity> extendedCommunities = List.of();
    List<LargeCommunity> largeCommunities = List.of();
    long onlyToCustomer = Carried.NO_OTC;
    final List<RawAttribute> others = new ArrayList<>(0);

    AttributeSet finish() {
        mergeFourOctetAs();
        if (others.size() > 1) {
            others.sort(Comparator.comparingInt(RawAttribute::type));
        }
        boolean rare = aggregator != null || atomicAggregate || onlyToCustomer != Carried.NO_OTC || !others.isEmpty();
        return new AttributeSet(
                new PathAttributes(origin, asPath, localPref, med, communities, originatorId, clusterList),
                nextHop,
                extendedCommunities,
                largeCommunities,
                rare ? new Carried(aggregator, atomicAggregate, onlyToCustomer, others) : Carried.NONE);
    }

    /** RFC 6793 section 4.2.3. */
    private void mergeFourOctetAs() {
        Aggregator known = aggregator;
        if (known != null && as4Aggregator != null) {
            if (known.asn() != BgpMessage.Open.AS_TRANS) {
                // An old speaker aggregated after the new ones: what they wrote is stale.
                return;
            }
            aggregator = as4Aggregator;
        }
        if (as4Path != null) {
            asPath = As4Path.merge(asPath, as4Path);
        }
    }
}
