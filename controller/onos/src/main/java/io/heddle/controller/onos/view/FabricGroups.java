package io.heddle.controller.onos.view;

import io.heddle.controller.onos.pipeline.SwitchProgram;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onosproject.core.ApplicationId;
import org.onosproject.core.GroupId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.group.DefaultGroup;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.Group.GroupState;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;
import org.onosproject.net.group.GroupKey;
import org.onosproject.net.group.GroupListener;
import org.onosproject.net.group.GroupService;

/**
 * The groups that switches are to hold as ONOS's group service: added where the switch is available, to be added where it is not. Without
 * counters; nobody can change a group here, and no listener is ever called.
 */
public final class FabricGroups implements GroupService {

    private final Predicate<DeviceId> available;
    private final Function<DeviceId, Optional<SwitchProgram>> programs;

    /** The groups that {@code programs} tells; {@code available} tells which switches have a channel. */
    public FabricGroups(Predicate<DeviceId> available, Function<DeviceId, Optional<SwitchProgram>> programs) {
        this.available = available;
        this.programs = programs;
    }

    private Group group(GroupDescription description) {
        DefaultGroup group = new DefaultGroup(new GroupId(description.givenGroupId()), description);
        group.setState(available.test(description.deviceId()) ? GroupState.ADDED : GroupState.PENDING_ADD);
        return group;
    }

    @Override
    public Iterable<Group> getGroups(DeviceId device) {
        return programs.apply(device).map(SwitchProgram::groups).orElse(List.of()).stream()
                .map(this::group)
                .toList();
    }

    @Override
    public Iterable<Group> getGroups(DeviceId device, ApplicationId application) {
        return List.of();
    }

    @Override
    public @Nullable Group getGroup(DeviceId device, GroupKey key) {
        for (Group each : getGroups(device)) {
            if (key.equals(each.appCookie())) {
                return each;
            }
        }
        return null;
    }

    @Override
    public void addGroup(GroupDescription description) {
        throw ReadOnly.refusal("no group can be added");
    }

    @Override
    public void addBucketsToGroup(
            DeviceId device, GroupKey old, GroupBuckets buckets, GroupKey key, ApplicationId application) {
        throw ReadOnly.refusal("no group can be changed");
    }

    @Override
    public void removeBucketsFromGroup(
            DeviceId device, GroupKey old, GroupBuckets buckets, GroupKey key, ApplicationId application) {
        throw ReadOnly.refusal("no group can be changed");
    }

    @Override
    public void purgeGroupEntries(DeviceId device) {
        throw ReadOnly.refusal("no group can be removed");
    }

    @Override
    public void removeGroup(DeviceId device, GroupKey key, ApplicationId application) {
        throw ReadOnly.refusal("no group can be removed");
    }

    @Override
    public void addListener(GroupListener listener) {}

    @Override
    public void removeListener(GroupListener listener) {}
}
