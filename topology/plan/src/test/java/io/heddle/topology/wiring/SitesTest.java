package io.heddle.topology.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Rack;
import io.heddle.model.fabric.Switch;
import io.heddle.topology.Specs;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SitesTest {

    /** A fabric whose devices say other things about racks. */
    private static Wiring wiring(
            Specs specs, Function<Switch, Optional<io.heddle.model.fabric.RackName>> rackOf, boolean racks) {
        Fabric given =
                new FabricGenerator(PortLists.UNKNOWN).generate(specs.clos()).orThrow();
        Fabric.Builder fabric = Fabric.builder(given.name());
        for (Rack each : given.racks()) {
            if (racks) {
                fabric.add(each);
            }
        }
        for (Switch each : given.switches()) {
            fabric.add(new Switch(
                    each.name(),
                    each.role(),
                    each.profile(),
                    rackOf.apply(each),
                    each.plane(),
                    each.group(),
                    each.ports()));
        }
        for (Node each : given.nodes()) {
            fabric.add(new Node(
                    each.name(),
                    each.kind(),
                    Optional.empty(),
                    each.attachment(),
                    each.gpus(),
                    each.runsPods(),
                    each.cards(),
                    each.bonds(),
                    each.portNetworks()));
        }
        given.links().forEach(fabric::add);
        given.mlagPairs().forEach(fabric::add);
        return Wiring.of(fabric.build());
    }

    private static int site(Wiring wiring, String device) {
        return Sites.of(wiring).siteOf(wiring.number(DeviceName.of(device)));
    }

    @Test
    void aNodeBelongsToTheRackOfTheLeafItIsCabledTo() {
        Wiring wiring = wiring(Specs.ROUTED, Switch::rack, true);
        assertThat(site(wiring, "gpu-2-3")).isEqualTo(site(wiring, "leaf-2-2")).isEqualTo(1);
    }

    @Test
    void leafsInNoRackMakeSitesAndAPairMakesOne() {
        Wiring pairs = wiring(Specs.BRIDGED, _ -> Optional.empty(), false);
        assertThat(site(pairs, "leaf-2-1")).isEqualTo(site(pairs, "leaf-2-2"));
        assertThat(site(pairs, "leaf-1-1")).isNotEqualTo(site(pairs, "leaf-2-1"));
        Wiring singles = wiring(Specs.ROUTED, _ -> Optional.empty(), false);
        assertThat(site(singles, "leaf-2-1")).isNotEqualTo(site(singles, "leaf-2-2"));
    }

    @Test
    void spinesAndBordersBelongToNone() {
        Wiring wiring = wiring(Specs.ROUTED.borders(1), Switch::rack, true);
        assertThat(site(wiring, "spine-2")).isEqualTo(Sites.NONE);
        assertThat(site(wiring, "border-1")).isEqualTo(Sites.NONE);
    }
}
