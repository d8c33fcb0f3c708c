package io.heddle.cni.ipam;

import io.heddle.cni.spec.AttachmentKey;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that an attachment has.
 *
 * @param network the name of the network configuration
 * @param addresses one, or one of each family
 * @param pod {@code namespace/name}, where the runtime said it
 * @param netns path of the network namespace at the time of ADD
 * @param sinceMillis when it was made, in milliseconds since 1970
 */
public record Allocation(
        AttachmentKey key,
        String network,
        List<IpAddress> addresses,
        Mac mac,
        Optional<String> pod,
        String netns,
        long sinceMillis) {

    public Allocation {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("attachment " + key + " has no address");
        }
    }
}
