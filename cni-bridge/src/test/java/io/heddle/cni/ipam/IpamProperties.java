package io.heddle.cni.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.step.Steps;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IpamProperties {

    private static final AddressSource SOURCE = new AddressSource(
            "pods",
            List.of(Prefix.parse("10.0.0.0/30"), Prefix.parse("10.0.9.9/32")),
            Set.of(IpAddress.parse("10.0.0.1")));
    private static final Duration COOL_DOWN = Duration.ofSeconds(10);

    /** Even numbers attach, odd ones release; the clock moves 3 s a step; every fifth step the node starts anew. */
    @Property(tries = 200)
    void noAddressIsDoubledLostOrReusedTooSoon(@ForAll @Size(max = 60) List<@IntRange(max = 15) Integer> steps)
            throws Exception {
        Path directory = Files.createTempDirectory("ipam");
        Map<String, IpAddress> held = new TreeMap<>();
        Map<IpAddress, Instant> freed = new HashMap<>();
        Instant now = Instant.ofEpochSecond(1_000_000);
        Instant[] clock = {now};
        Ipam ipam = open(directory, clock);
        for (int i = 0; i < steps.size(); i++) {
            now = now.plusSeconds(3);
            clock[0] = now;
            String container = "c" + steps.get(i) / 2;
            AttachmentKey key = new AttachmentKey(container, "eth0");
            if (steps.get(i) % 2 == 1) {
                ipam.release(key);
                IpAddress gone = held.remove(container);
                if (gone != null) {
                    freed.put(gone, now);
                }
            } else if (!held.containsKey(container)) {
                try {
                    IpAddress given = ipam.allocate(SOURCE, demand(key))
                            .allocation()
                            .addresses()
                            .getFirst();
                    assertThat(held.values()).doesNotContain(given);
                    assertThat(SOURCE.has(given)).isTrue();
                    assertThat(freed.getOrDefault(given, Instant.MIN)).isBeforeOrEqualTo(now.minus(COOL_DOWN));
                    held.put(container, given);
                } catch (CniException e) {
                    Instant limit = now.minus(COOL_DOWN);
                    long cooling = freed.entrySet().stream()
                            .filter(each -> each.getValue().isAfter(limit) && !held.containsValue(each.getKey()))
                            .count();
                    assertThat(held.size() + cooling).isEqualTo(4);
                }
            }
            if (i % 5 == 4) {
                ipam.close();
                ipam = open(directory, clock);
            }
            Map<String, IpAddress> known = new TreeMap<>();
            ipam.allocations()
                    .forEach(each ->
                            known.put(each.key().containerId(), each.addresses().getFirst()));
            assertThat(known).isEqualTo(held);
        }
        ipam.close();
        delete(directory);
    }

    private static Ipam open(Path directory, Instant[] clock) throws IOException {
        return Ipam.open(directory, COOL_DOWN, () -> clock[0], Steps.UNHEARD);
    }

    private static Ipam.Demand demand(AttachmentKey key) {
        return new Ipam.Demand(key, Optional.empty(), "/x", List.of(), IpamProperties::mac);
    }

    private static Mac mac(List<IpAddress> addresses) {
        return Endpoint.macOf(addresses.getFirst());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
