package io.heddle.controller.onos.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.DefaultGroupDescription;
import org.onosproject.net.group.DefaultGroupKey;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;

/**
 * The groups of a program. A select group is named by its content, so that routes with the same next hops share one and a change of next
 * hops makes a new group beside the old one (make before break). A flood group is named by its VLAN and where frames come from, and changed in place.
 */
final class GroupBook {

    private final DeviceId device;
    private final Map<List<TrafficTreatment>, GroupId> byContent = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final List<GroupDescription> descriptions = new ArrayList<>();

    GroupBook(DeviceId device) {
        this.device = device;
    }

    /** One of the buckets, chosen by flow. */
    GroupId select(List<TrafficTreatment> buckets) {
        GroupId known = byContent.get(buckets);
        if (known != null) {
            return known;
        }
        // By text: hash codes of ONOS objects are not the same in every run.
        int number = hash(buckets.toString());
        while (!used.add(number)) {
            number = number + 1 & GroupIds.CONTENT_MASK;
        }
        GroupId group = add(
                GroupIds.BY_CONTENT | number,
                GroupDescription.Type.SELECT,
                buckets.stream()
                        .map(DefaultGroupBucket::createSelectGroupBucket)
                        .toList());
        byContent.put(buckets, group);
        return group;
    }

    /**
     * Every bucket, but for the port a frame came in by.
     *
     * @param variant which of the VLAN's flood groups
     */
    GroupId flood(int vlan, int variant, List<TrafficTreatment> buckets) {
        return add(
                GroupIds.FLOOD | vlan << GroupIds.VARIANT_BITS | variant,
                GroupDescription.Type.ALL,
                buckets.stream().map(DefaultGroupBucket::createAllGroupBucket).toList());
    }

    List<GroupDescription> descriptions() {
        return descriptions;
    }

    private GroupId add(int id, GroupDescription.Type type, List<GroupBucket> buckets) {
        descriptions.add(new DefaultGroupDescription(
                device,
                type,
                new GroupBuckets(buckets),
                new DefaultGroupKey(Integer.toHexString(id).getBytes(StandardCharsets.US_ASCII)),
                id,
                null));
        return GroupId.valueOf(id);
    }

    /** FNV-1a over the bytes, folded to the bits that a number has. */
    private static int hash(String content) {
        int hash = 0x811C_9DC5;
        for (byte each : content.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * 0x0100_0193;
        }
        return (hash ^ hash >>> 28) & GroupIds.CONTENT_MASK;
    }
}
