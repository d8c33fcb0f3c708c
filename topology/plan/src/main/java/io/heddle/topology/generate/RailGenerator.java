package io.heddle.topology.generate;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Rack;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.spec.GeneratorSpec.RailOptimised;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Draws a {@link RailOptimised} fabric, non-blocking: every switch has as many cables up as down. Single-use.
 *
 * <p>Leaf {@code leaf-3-5} is unit 3, rail 5. In two tiers every leaf is cabled to every spine. In three tiers leafs are ordered by
 * rail, then unit, and cut into groups of equal size, each with its own spines, so that one rail stays below the cores as far as it
 * fits; the cores form planes, and spine j of each group belongs to plane j modulo their number.
 */
final class RailGenerator {

    private final RailOptimised spec;
    private final Parts parts;
    private final Fabric.Builder fabric;
    private final Faults faults = new Faults();

    RailGenerator(RailOptimised spec, PortLists ports) {
        this.spec = spec;
        parts = new Parts(ports);
        fabric = Fabric.builder(spec.name());
    }

    Outcome<Fabric> generate() {
        RailShape shape = RailShape.of(spec, faults);
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        List<List<PortBook>> cores = addCores(shape);
        List<List<PortBook>> spines = addSpines(shape, cores);
        for (int unit = 1; unit <= spec.units(); unit++) {
            addUnit(unit, shape, spines);
        }
        parts.into(fabric, faults);
        return faults.isEmpty() ? Outcome.made(fabric.build()) : Outcome.refused(faults);
    }

    private List<List<PortBook>> addCores(RailShape shape) {
        List<List<PortBook>> planes = new ArrayList<>();
        for (int plane = 1; plane <= (spec.cores() == 0 ? 0 : shape.planes()); plane++) {
            List<PortBook> ofPlane = new ArrayList<>();
            for (int i = 1; i <= spec.cores() / shape.planes(); i++) {
                ofPlane.add(parts.add(
                        "super-" + plane + "-" + i,
                        SwitchRole.SUPER_SPINE,
                        spec.core().orElseThrow(),
                        Optional.empty(),
                        OptionalInt.of(plane - 1),
                        OptionalInt.empty()));
            }
            planes.add(ofPlane);
        }
        return planes;
    }

    private List<List<PortBook>> addSpines(RailShape shape, List<List<PortBook>> cores) {
        List<List<PortBook>> groups = new ArrayList<>();
        for (int group = 1; group <= shape.groups(); group++) {
            List<PortBook> ofGroup = new ArrayList<>();
            for (int i = 1; i <= shape.spinesPerGroup(); i++) {
                int plane = (i - 1) % shape.planes();
                PortBook spine = parts.add(
                        spec.cores() == 0 ? "spine-" + i : "spine-" + group + "-" + i,
                        SwitchRole.SPINE,
                        spec.spine(),
                        Optional.empty(),
                        OptionalInt.of(plane),
                        OptionalInt.of(group - 1));
                ofGroup.add(spine);
                if (!cores.isEmpty()) {
                    cores.get(plane).forEach(each -> parts.cable(spine, each, shape.linksPerCore(), spec.speed()));
                }
            }
            groups.add(ofGroup);
        }
        return groups;
    }

    private void addUnit(int unit, RailShape shape, List<List<PortBook>> spines) {
        RackName rack = RackName.of("unit-" + unit);
        fabric.add(new Rack(rack));
        List<PortBook> leafs = new ArrayList<>();
        for (int rail = 1; rail <= spec.rails(); rail++) {
            int group = ((rail - 1) * spec.units() + unit - 1) / shape.leafsPerGroup();
            PortBook leaf = parts.add(
                    "leaf-" + unit + "-" + rail,
                    SwitchRole.LEAF,
                    spec.leaf(),
                    Optional.of(rack),
                    OptionalInt.empty(),
                    OptionalInt.of(group));
            leafs.add(leaf);
            spines.get(group).forEach(each -> parts.cable(leaf, each, shape.linksPerSpine(), spec.speed()));
        }
        List<Card> cards = cards();
        for (int i = 1; i <= spec.nodesPerUnit(); i++) {
            DeviceName name = DeviceName.of("gpu-" + unit + "-" + i);
            fabric.add(new Node(
                    name, "gpu", Optional.of(rack), Attachment.L3, spec.rails(), true, cards, List.of(), List.of()));
            for (int rail = 0; rail < spec.rails(); rail++) {
                Port port = cards.get(rail).ports().getFirst();
                parts.links.add(
                        new Link(new PortRef(name, port.name()), leafs.get(rail).down(spec.speed())));
            }
        }
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (int rail = 0; rail < spec.rails(); rail++) {
            Port port = new Port(PortName.of("rail" + rail + "p1"), rail + 1, spec.speed());
            cards.add(new Card(CardName.of("rail" + rail), List.of(port), OptionalInt.of(rail)));
        }
        return List.copyOf(cards);
    }
}
