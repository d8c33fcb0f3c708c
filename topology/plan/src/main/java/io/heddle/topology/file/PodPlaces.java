package io.heddle.topology.file;

import io.heddle.model.net.IpAddress;
import io.heddle.topology.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each pod address was first used: as a place for those in YAML, as a line number for the millions of a CSV file. */
final class PodPlaces {

    private final AddressTable ipv4 = new AddressTable();
    private final AddressTable ipv6 = new AddressTable();
    private final List<Place> inYaml = new ArrayList<>();

    /** The place of an earlier use. */
    Optional<Place> put(IpAddress address, Place place) {
        inYaml.add(place);
        int before = table(address).putIfAbsent(address, -inYaml.size());
        return before == AddressTable.NONE ? Optional.empty() : Optional.of(inYaml.get(-before - 1));
    }

    /** Earlier use in words, if any: a place in YAML, or a line of the same CSV file. */
    Optional<String> putLine(IpAddress address, int line) {
        int before = table(address).putIfAbsent(address, line);
        if (before == AddressTable.NONE) {
            return Optional.empty();
        }
        return Optional.of(before < 0 ? "at " + inYaml.get(-before - 1) : "in line " + before);
    }

    private AddressTable table(IpAddress address) {
        return address.isV4() ? ipv4 : ipv6;
    }
}
