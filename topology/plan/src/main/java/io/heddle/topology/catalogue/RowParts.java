package io.heddle.topology.catalogue;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Hardware;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.PortLayout;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.model.fabric.ProfileRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one layer of files says of a row.
 *
 * @param overflow by resource
 * @param otherOverflow for the resources that {@code overflow} does not name
 */
record RowParts(
        List<Table> tables,
        PlacementPart placement,
        Map<Resource, Overflow> overflow,
        Optional<Overflow> otherOverflow,
        List<String> notes) {

    static final RowParts NONE = new RowParts(List.of(), PlacementPart.NONE, Map.of(), Optional.empty(), List.of());

    /** This layer with {@code later} over it: tables and notes add up, of the rest the later wins. */
    RowParts with(RowParts later) {
        Map<Resource, Overflow> merged = new EnumMap<>(Resource.class);
        merged.putAll(overflow);
        merged.putAll(later.overflow);
        return new RowParts(
                Stream.concat(tables.stream(), later.tables.stream()).toList(),
                placement.with(later.placement),
                merged,
                later.otherOverflow.or(() -> otherOverflow),
                Stream.concat(notes.stream(), later.notes.stream()).distinct().toList());
    }

    /** The row. Throws an {@link IllegalArgumentException} if two layers have a table for one resource. */
    DeviceProfile row(ProfileRef ref, Hardware hardware, PortLayout ports) {
        return new DeviceProfile(
                ref,
                hardware,
                ports,
                tables,
                placement.placements(),
                overflow,
                otherOverflow.orElse(Overflow.UNKNOWN),
                notes);
    }
}
