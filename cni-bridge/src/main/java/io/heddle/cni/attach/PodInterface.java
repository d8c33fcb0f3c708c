package io.heddle.cni.attach;

import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.List;

/**
 * An interface to make in a pod.
 *
 * @param netns the path that the runtime gave for the namespace
 */
public record PodInterface(
        AttachmentKey key, NetworkNamespace namespace, String netns, Mac mac, List<IpAddress> addresses) {

    public PodInterface {
        addresses = List.copyOf(addresses);
    }
}
