package io.heddle.lab.run;

import io.heddle.lab.layout.Host;
import io.heddle.lab.layout.LabLayout;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.VlanId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the kernel has room for a lab's neighbours. It counts those of all namespaces together, and above {@code gc_thresh2} drops some
 * whenever one comes.
 */
public final class NeighborRoom {

    private NeighborRoom() {}

    /** What to say before building; empty if there is room. */
    public static Optional<String> warning(LabLayout layout) {
        for (IpFamily family : IpFamily.values()) {
            String key = "net." + family.name().toLowerCase(Locale.ROOT) + ".neigh.default.gc_thresh2";
            long needed = needed(layout, family);
            Optional<Long> room = read(Path.of("/proc/sys/" + key.replace('.', '/')));
            if (room.isPresent() && needed > room.get()) {
                return Optional.of(
                        "up to " + needed + " neighbours of " + family.name().toLowerCase(Locale.ROOT)
                                + ", and the kernel begins to drop some above " + room.get() + " (" + key
                                + "): entries may be missing and pings unanswered");
            }
        }
        return Optional.empty();
    }

    /** On each VLAN every host comes to know every other, and each of its gateways every host. */
    static long needed(LabLayout layout, IpFamily family) {
        Map<VlanId, Long> addresses = new HashMap<>();
        long asking = 0;
        for (Host each : layout.hosts()) {
            if (each.vlan().isPresent()) {
                addresses.merge(
                        each.vlan().get(),
                        each.addresses().stream()
                                .filter(one -> one.address().family() == family)
                                .count(),
                        Long::sum);
                asking += 2
                        * each.gateways().stream()
                                .filter(one -> one.family() == family)
                                .count();
            }
        }
        return asking
                + addresses.values().stream()
                        .mapToLong(each -> each * (each - 1))
                        .sum();
    }

    private static Optional<Long> read(Path file) {
        // One read: at any other place than the start such a file is empty.
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = new byte[32];
            int length = in.read(text);
            return Optional.of(Long.parseLong(new String(text, 0, length, StandardCharsets.US_ASCII).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
