package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.controller.southbound.frr.ConfigRefused;
import io.heddle.controller.southbound.frr.FrrConfigurator;
import io.heddle.model.fabric.DeviceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leaf of real FRR is given configurations. Each test ends with what the leaf began with. */
class FrrConfiguratorIT {

    private static final DeviceName LEAF = DeviceName.of("l1");
    private static final Duration LONG = Duration.ofMinutes(10);

    private static @Nullable FrrFabric started;

    @TempDir
    private Path directory;

    private final List<ConfigRefused> troubles = new CopyOnWriteArrayList<>();
    private FrrFabric fabric;
    private FrrConfigurator configurator;
    private String before;

    @BeforeAll
    static void build() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/lib/frr/frr-reload.py")),
                "frr-reload.py (package frr-pythontools) is not installed");
        started = FrrFabric.start(1, 1);
    }

    @AfterAll
    static void remove() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        fabric = Objects.requireNonNull(started);
        configurator = again();
        before = running();
        assertThat(before).doesNotContain("PODS");
    }

    private FrrConfigurator again() throws ConfigRefused {
        return FrrConfigurator.open(LEAF, fabric.directory("l1"), directory, troubles::add);
    }

    @AfterEach
    void end() throws Exception {
        configurator.close();
        assertThat(running()).isEqualTo(before);
        assertThat(troubles).isEmpty();
    }

    private String running() throws Exception {
        return fabric.ask("l1", "show running-config");
    }

    /** What the leaf was started with, and a prefix list more. */
    private String changed() throws Exception {
        return Files.readString(fabric.directory("l1").resolve("frr.conf"))
                + "ip prefix-list PODS seq 5 permit 10.244.0.0/16 le 32\n";
    }

    @Test
    void theDifferenceIsShownAndNothingChanges() throws Exception {
        // FRR 8.4 does not show what is a default of its profile, so frr-reload offers it again each time.
        assertThat(configurator.difference(changed()).add())
                .containsExactly(
                        "router bgp 65101",
                        " no bgp ebgp-requires-policy",
                        "ip prefix-list PODS seq 5 permit 10.244.0.0/16 le 32");
        assertThat(configurator.difference(changed()).delete()).isEmpty();
    }

    @Test
    void whatIsAppliedRunsUntilItIsTakenBack() throws Exception {
        configurator.apply(changed());
        assertThat(running()).contains("ip prefix-list PODS seq 5 permit 10.244.0.0/16 le 32");

        configurator.rollback();
    }

    @Test
    void whatIsNotConfirmedIsTakenBackByItself() throws Exception {
        configurator.applyUntilConfirmed(changed(), Duration.ofMillis(10));

        FrrFabric.until("it is taken back", () -> !configurator.isWaiting());
    }

    @Test
    void whatIsConfirmedStays() throws Exception {
        configurator.applyUntilConfirmed(changed(), LONG);
        configurator.confirm();

        assertThat(running()).contains("PODS");
        configurator.rollback();
    }

    @Test
    void whatAnotherControllerLeftUnconfirmedIsTakenBackAtStart() throws Exception {
        configurator.applyUntilConfirmed(changed(), LONG);
        configurator.close();
        assertThat(running()).contains("PODS");

        configurator = again();

        assertThat(configurator.isWaiting()).isFalse();
    }

    @Test
    void aBadConfigurationLosesNothing() throws Exception {
        String bad = changed() + "router bgp 65101\n neighbour 10.9.9.9 remote-as 65000\n";

        assertThatThrownBy(() -> configurator.difference(bad))
                .isInstanceOf(ConfigRefused.class)
                .hasMessageContaining("Unknown command")
                .hasMessageContaining("neighbour 10.9.9.9");
        assertThatThrownBy(() -> configurator.apply(bad)).hasMessageContaining("neighbour 10.9.9.9");
        assertThatThrownBy(() -> configurator.applyUntilConfirmed(bad, LONG))
                .hasMessageContaining("neighbour 10.9.9.9");
        assertThat(configurator.isWaiting()).isFalse();
    }
}
