package io.heddle.controller.http.api;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes behind one leaf and a spine; node {@code i} is planned a /24 of 10.0.0.0/8. */
public final class SmallFabric {

    private SmallFabric() {}

    public static Layout of(int nodes) {
        List<NodePlace> places = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            places.add(new NodePlace(
                    node(i),
                    i,
                    "pods",
                    List.of(block(i)),
                    PodVisibility.values()[0],
                    PodAnnouncer.CONTROLLER,
                    PodForm.HOSTS,
                    List.of(new Uplink(
                            DeviceName.of("leaf-1"),
                            Optional.of(IpAddress.parse("192.168.0.0").plus(i + 1)),
                            Optional.empty()))));
        }
        return Layout.of(
                "fingerprint-1",
                places,
                List.of(place("leaf-1", SwitchRole.LEAF), place("spine-1", SwitchRole.SPINE)),
                List.of(new Pool(Prefix.parse("10.0.0.0/8"), 24, List.of())),
                Limits.DEFAULT);
    }

    public static DeviceName node(int i) {
        return DeviceName.of("node-" + i);
    }

    public static Prefix block(int i) {
        return Prefix.parse("10.0.0.0/8").subnet(24, i);
    }

    private static SwitchPlace place(String name, SwitchRole role) {
        return new SwitchPlace(DeviceName.of(name), role, true, false, Optional.empty());
    }
}
