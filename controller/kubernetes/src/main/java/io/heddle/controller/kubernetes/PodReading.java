package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.heddle.controller.core.Event;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pod that runs on a node with addresses of its own. */
final class PodReading {

    private PodReading() {}

    static Reading of(Pod pod) {
        if (pod.getSpec() == null
                || pod.getSpec().getNodeName() == null
                || Boolean.TRUE.equals(pod.getSpec().getHostNetwork())
                || pod.getStatus() == null
                || hasEnded(pod.getStatus())) {
            return new Reading.Nothing();
        }
        String name = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        try {
            List<IpAddress> addresses = addresses(pod.getStatus());
            return addresses.isEmpty()
                    ? new Reading.Nothing()
                    : new Reading.Told(
                            new Event.KubernetesPodSeen(
                                    name, DeviceName.of(pod.getSpec().getNodeName()), addresses),
                            new Event.KubernetesPodGone(name));
        } catch (IllegalArgumentException e) {
            return new Reading.Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** Its addresses may be another pod's already. */
    private static boolean hasEnded(PodStatus status) {
        return "Succeeded".equals(status.getPhase()) || "Failed".equals(status.getPhase());
    }

    private static List<IpAddress> addresses(PodStatus status) {
        List<IpAddress> addresses = new ArrayList<>();
        List<PodIP> all = status.getPodIPs();
        if (all == null || all.isEmpty()) {
            Optional.ofNullable(status.getPodIP()).ifPresent(each -> addresses.add(address(each)));
        } else {
            all.forEach(each -> addresses.add(address(String.valueOf(each.getIp()))));
        }
        return addresses;
    }

    private static IpAddress address(String text) {
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("status.podIPs has '" + text + "'; expected an address", e);
        }
    }
}
