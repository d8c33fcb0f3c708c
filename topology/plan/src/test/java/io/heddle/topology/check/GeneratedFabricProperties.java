package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.RandomSpecs;
import io.heddle.topology.Specs;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.LossStudy;
import io.heddle.topology.loss.Reading;
import io.heddle.topology.spec.PairMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GeneratedFabricProperties {

    private static final DeviceCatalogue CATALOGUE = DeviceCatalogue.builtIn();

    private static Fabric generate(Specs specs) {
        return new FabricGenerator(PortLists.of(CATALOGUE))
                .generate(specs.clos())
                .orThrow();
    }

    @Property(tries = 60)
    void whatIsGeneratedHasNoStructuralError(@ForAll("specs") Specs specs) {
        assertThat(StructuralChecks.check(generate(specs), CATALOGUE::find))
                .noneMatch(each -> each.severity() == Severity.ERROR);
    }

    @Property(tries = 60)
    void pairsUnderTwoSpinesSurviveASwitchAndACableAndSingleLeafsDoNot(@ForAll("specs") Specs specs) {
        boolean redundant = specs.pairMode() != PairMode.SINGLE && specs.spines() > 1 && specs.borders() != 1;
        boolean severalMembers = specs.nodes().getFirst().count() * specs.racks() > 1;
        LossReport report = LossStudy.study(generate(specs));
        if (redundant) {
            assertThat(report.verdict(Reading.SWITCH, false).offenders()).isEmpty();
            assertThat(report.verdict(Reading.CABLE, false).offenders()).isEmpty();
        }
        if (specs.pairMode() == PairMode.SINGLE && severalMembers) {
            assertThat(report.verdict(Reading.SWITCH, false).resilient()).isFalse();
        }
        assertThat(report.verdict(Reading.CARD, false).resilient()).isEqualTo(!severalMembers && specs.borders() == 0);
    }

    @Provide
    Arbitrary<Specs> specs() {
        return Arbitraries.oneOf(RandomSpecs.routed(), RandomSpecs.bridged());
    }
}
