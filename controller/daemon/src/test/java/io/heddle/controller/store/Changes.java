package io.heddle.controller.store;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.core.Change;
import io.heddle.controller.core.Grant;
import io.heddle.controller.core.NodeRecord;
import io.heddle.controller.core.Pod;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes to keep. */
final class Changes {

    private Changes() {}

    static Change node(int number) {
        return new Change.NodeSaved(new NodeRecord(
                DeviceName.of("n" + number),
                "CN=n" + number,
                number % 2 == 0,
                number,
                List.of(
                        new Grant(Prefix.parse("10." + number + ".0.0/24"), Grant.Kind.PLANNED),
                        new Grant(Prefix.parse("2001:db8:" + number + "::/64"), Grant.Kind.EXTRA)),
                number % 3 == 0));
    }

    static Change.PodSaved pod(int node, int number) {
        IpAddress address = IpAddress.parse("10." + node + ".0." + number);
        return new Change.PodSaved(
                DeviceName.of("n" + node),
                new AttachmentKey("c" + number, "eth0"),
                new Pod(
                        new Endpoint(
                                number % 2 == 0 ? Optional.of("default/p" + number) : Optional.empty(),
                                DeviceName.of("n" + node),
                                Endpoint.macOf(address),
                                Optional.of(address),
                                number % 3 == 0
                                        ? Optional.of(IpAddress.parse("2001:db8:" + node + "::" + number))
                                        : Optional.empty()),
                        "pods",
                        1_700_000_000_000L + number,
                        number % 5 == 0 ? "leaf-1 is full" : ""));
    }

    /** A node with so many pods. */
    static List<Change> filled(int node, int pods) {
        List<Change> changes = new ArrayList<>();
        changes.add(node(node));
        for (int i = 1; i <= pods; i++) {
            changes.add(pod(node, i));
        }
        return changes;
    }
}
