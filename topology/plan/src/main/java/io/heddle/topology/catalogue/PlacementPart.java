package io.heddle.topology.catalogue;

import io.heddle.model.device.Evidence;
import io.heddle.model.device.Placement;
import io.heddle.model.tables.EntryKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a layer says of where entries go.
 *
 * @param common changes to {@link Placement#PLAIN} that hold in every alternative
 * @param alternatives the placements that may be true; empty if the layer says nothing of them
 */
record PlacementPart(
        Optional<Evidence> evidence, Map<EntryKind, List<Placement.Take>> common, List<Alternative> alternatives) {

    /** One way that entries may go, as changes over the common ones. */
    record Alternative(String name, Map<EntryKind, List<Placement.Take>> changes) {}

    static final PlacementPart NONE = new PlacementPart(Optional.empty(), Map.of(), List.of());

    PlacementPart with(PlacementPart later) {
        Map<EntryKind, List<Placement.Take>> merged = new EnumMap<>(EntryKind.class);
        merged.putAll(common);
        merged.putAll(later.common);
        return new PlacementPart(
                later.evidence.or(() -> evidence),
                merged,
                later.alternatives.isEmpty() ? alternatives : later.alternatives);
    }

    List<Placement> placements() {
        Evidence why = evidence.orElse(Placement.PLAIN.evidence());
        Placement base = Placement.PLAIN.with(Placement.PLAIN.name(), common, why);
        return alternatives.isEmpty()
                ? List.of(base)
                : alternatives.stream()
                        .map(each -> base.with(each.name(), each.changes(), why))
                        .toList();
    }
}
