package io.heddle.model.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Bandwidth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortLayoutTest {

    private static final Breakout FOUR = Breakout.parse("4x25G");
    private static final Breakout TWO = Breakout.parse("2x50G");

    private static PortLayout layout(String whole, String part) {
        return PortLayout.of(
                List.of(
                        PortGroup.of(
                                "SFP28", 48, 1, List.of(Bandwidth.gigabits(10), Bandwidth.gigabits(25)), List.of()),
                        PortGroup.of(
                                "QSFP28",
                                8,
                                4,
                                List.of(Bandwidth.gigabits(40), Bandwidth.gigabits(100)),
                                List.of(FOUR, TWO))),
                new PortNaming(whole, part),
                Evidence.NONE);
    }

    private static FrontPort port(PortLayout layout, String name) {
        return layout.port(PortName.of(name)).orElseThrow();
    }

    @Test
    void portsAreNumberedThroughTheGroups() {
        PortLayout layout = layout("ethernet1/1/{port}", "ethernet1/1/{port}:{part}");

        assertThat(layout.count()).isEqualTo(56);
        assertThat(port(layout, "ethernet1/1/48").supports(Bandwidth.gigabits(25)))
                .isTrue();
        assertThat(port(layout, "ethernet1/1/49").supports(Bandwidth.gigabits(25)))
                .isFalse();
        assertThat(port(layout, "ethernet1/1/56").number()).isEqualTo(56);
        assertThat(layout.port(PortName.of("ethernet1/1/57"))).isEmpty();
    }

    @Test
    void namesMayCountLanes() {
        PortLayout layout = layout("Ethernet{lane}", "Ethernet{lane}");

        assertThat(port(layout, "Ethernet48").position()).isEqualTo(49);
        assertThat(port(layout, "Ethernet76").position()).isEqualTo(56);
        assertThat(layout.split(port(layout, "Ethernet52"), FOUR))
                .extracting(each -> each.name().value())
                .containsExactly("Ethernet52", "Ethernet53", "Ethernet54", "Ethernet55");
        assertThat(layout.split(port(layout, "Ethernet52"), TWO))
                .extracting(each -> each.name().value())
                .containsExactly("Ethernet52", "Ethernet54");
    }

    @Test
    void oneNameForSeveralBreakoutsHasTheSpeedsOfAll() {
        PortLayout layout = layout("Ethernet{lane}", "Ethernet{lane}");

        assertThat(port(layout, "Ethernet54").speeds()).containsExactly(Bandwidth.gigabits(25), Bandwidth.gigabits(50));
        assertThat(port(layout, "Ethernet52").speeds()).hasSize(4);
    }

    @Test
    void partsOfASplitPortAreFoundByName() {
        FrontPort part = port(layout("swp{port}", "swp{port}s{part0}"), "swp50s3");

        assertThat(part.isPart()).isTrue();
        assertThat(part.position()).isEqualTo(50);
        assertThat(part.number()).isEqualTo(50_004);
        assertThat(part.speeds()).containsExactly(Bandwidth.gigabits(25));
    }

    @Test
    void aPortSplitsOnlyAsListed() {
        PortLayout layout = layout("swp{port}", "swp{port}s{part0}");

        assertThatThrownBy(() -> layout.split(port(layout, "swp1"), FOUR))
                .hasMessage("port swp1 does not split into 4x25G; it splits into []");
    }

    @Test
    void namesThatDoNotTellPortsApartAreRefused() {
        assertThatThrownBy(() -> new PortNaming("swp", "swp{port}s{part}"))
                .hasMessageContaining("names every port alike");
        assertThatThrownBy(() -> new PortNaming("swp{port}", "swp{port}"))
                .hasMessageContaining("names every part alike");
        assertThatThrownBy(() -> new PortNaming("swp{prot}{port}", "s{part}")).hasMessageContaining("'{prot}'");
    }

    @Test
    void whereNothingIsKnownThereIsNoPort() {
        PortLayout unknown = PortLayout.of(List.of(), new PortNaming("swp{port}", "swp{port}s{part}"), Evidence.NONE);

        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.ports()).isEmpty();
    }
}
