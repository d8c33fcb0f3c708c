package io.heddle.topology.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.yaml.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeviceCatalogueTest {

    private static final String BOX = """
            heddle: device/1
            device: my-box
            aliases: [my-box-on]
            vendor: Me
            model: Box
            asic: Chip
            source: my lab
            confidence: claimed
            ports:
              groups:
                - {cage: SFP28, count: 4, lanes: 1, speeds: [10G, 25G]}
            profiles:
              - os: sonic
                profile: default
                figures:
                  - separate: {remote_vtep: 7}
                    shared:
                      LPM: {ipv4_route: 100, ipv6_route: 50}
              - os: cumulus
                from: cumulus-trident
            """;

    private static final ProfileRef ROW = new ProfileRef("dell-s5248f", "sonic", "default");

    private static DeviceProfile find(DeviceCatalogue catalogue, String device, String os, String profile) {
        return catalogue.find(new ProfileRef(device, os, profile)).orElseThrow();
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        DeviceCatalogue.builtIn().withText("my.yaml", text, problems);
        return problems.list().stream().map(Object::toString).toList();
    }

    @Test
    void anOverrideChangesOneLimitAndSaysWhoseItIs() {
        DeviceCatalogue changed = DeviceCatalogue.builtIn()
                .withOverrides(List.of(LimitOverride.parse("dell-s5248f-on/sonic/default:remote_vtep=256")));

        DeviceProfile row = changed.find(ROW).orElseThrow();
        assertThat(row.limit(Resource.REMOTE_VTEP)).isEqualTo(Limit.of(256));
        assertThat(row.evidence(Resource.REMOTE_VTEP).source()).isEqualTo("user");
        assertThat(row.limit(Resource.FDB_ENTRY)).isEqualTo(Limit.of(40_960));
        assertThat(changed.all()).contains(row);
        assertThat(DeviceCatalogue.builtIn().find(ROW).orElseThrow().limit(Resource.REMOTE_VTEP))
                .isEqualTo(Limit.of(5));
    }

    @Test
    void anOverrideInASharedTableKeepsItShared() {
        DeviceProfile row = DeviceCatalogue.builtIn()
                .withOverrides(List.of(LimitOverride.parse("dell-s5248f/sonic/default:ipv4_neighbor=81920")))
                .find(ROW)
                .orElseThrow();

        assertThat(row.table(Resource.IPV4_NEIGHBOR))
                .hasToString("host table: 81920 ipv4_neighbor or 20480 ipv6_neighbor");
    }

    @Test
    void anOverrideMayFillInAnUnknownOrForgetANumber() {
        DeviceProfile row = DeviceCatalogue.builtIn()
                .withOverrides(List.of(
                        LimitOverride.parse("dell-s5248f/sonic/default:ipv4_route=1000"),
                        LimitOverride.parse("dell-s5248f/sonic/default:fdb_entry=unknown")))
                .find(ROW)
                .orElseThrow();

        assertThat(row.limit(Resource.IPV4_ROUTE)).isEqualTo(Limit.of(1000));
        assertThat(row.limit(Resource.FDB_ENTRY)).isEqualTo(Limit.UNKNOWN);
    }

    @Test
    void anOverrideOfNothingNamesTheNearestRow() {
        List<LimitOverride> wrong = List.of(LimitOverride.parse("dell-s5284f/os10/defalt:remote_vtep=1"));

        assertThatThrownBy(() -> DeviceCatalogue.builtIn().withOverrides(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no row 'dell-s5284f/os10/defalt' in the device catalogue; expected one like"
                        + " dell-s5248f/os10/balanced, dell-s5248f/os10/default");
        assertThatThrownBy(() -> LimitOverride.parse("dell-s5248f:remote_vtep=1"))
                .hasMessageContaining("a form like");
        assertThatThrownBy(() -> LimitOverride.parse("a/b/c:remote_step=1"))
                .hasMessageContaining("no resource 'remote_step'");
        assertThatThrownBy(() -> LimitOverride.parse("a/b/c:vni=many")).hasMessageContaining("'many' is no limit");
    }

    @Test
    void misspelledDevicesHaveANeighbour() {
        assertThat(DeviceCatalogue.builtIn().nearest("dell_s5248")).hasValue("dell-s5248f");
        assertThat(DeviceCatalogue.builtIn().nearest("juniper-qfx5120")).isEmpty();
    }

    @Test
    void aUsersDeviceComesFromAFileAndMayUseATableSet() {
        Problems problems = new Problems();
        DeviceCatalogue catalogue = DeviceCatalogue.builtIn().withText("my.yaml", BOX, problems);

        assertThat(problems.list()).isEmpty();
        DeviceProfile sonic = find(catalogue, "my-box", "sonic", "default");
        assertThat(sonic.limit(Resource.REMOTE_VTEP)).isEqualTo(Limit.of(7));
        assertThat(sonic.evidence(Resource.IPV6_ROUTE).source()).isEqualTo("my lab");
        assertThat(sonic.ports().ports().getLast().name()).hasToString("Ethernet3");
        assertThat(sonic.placements()).hasSize(2);
        assertThat(find(catalogue, "my-box", "cumulus", "l2-heavy").limit(Resource.FDB_ENTRY))
                .isEqualTo(Limit.of(160_000));
        assertThat(find(catalogue, "my-box-on", "sonic", "default")).isEqualTo(sonic);
        assertThat(catalogue.nearest("mybox")).hasValue("my-box");
        assertThat(catalogue.devices()).contains("my-box", "dell-s5248f");
    }

    @Test
    void aUsersRowHidesTheBuiltInOne() {
        DeviceCatalogue catalogue =
                DeviceCatalogue.builtIn().withText("my.yaml", BOX.replace("my-box", "dell-s5248f"), new Problems());

        assertThat(catalogue.find(ROW).orElseThrow().limit(Resource.REMOTE_VTEP))
                .isEqualTo(Limit.of(7));
        assertThat(find(catalogue, "dell-s5248f", "os10", "default").limit(Resource.OVERLAY_NEXTHOP))
                .isEqualTo(Limit.of(8192));
        assertThat(catalogue.all().stream().filter(each -> each.ref().equals(ROW)))
                .hasSize(1);
    }

    @Test
    void mistakesAreToldTogetherWithPlaceAndExpectation() {
        assertThat(problems(BOX.replace("remote_vtep", "remote_step")
                        .replace("100,", "lots,")
                        .replace("cumulus-trident", "cumulus-trident-9")))
                .containsExactly(
                        "my.yaml:16:20: profiles[0].figures[0].separate.remote_step: found 'remote_step', expected one of "
                                + String.join(
                                        ", ",
                                        Stream.of(Resource.values())
                                                .map(Object::toString)
                                                .toList())
                                + " (did you mean 'remote_vtep'?)",
                        "my.yaml:18:29: profiles[0].figures[0].shared.LPM.ipv4_route: found 'lots', expected a whole number of"
                                + " entries, unlimited or unknown",
                        "my.yaml:20:11: profiles[1].from: found 'cumulus-trident-9', expected a table set (did you mean"
                                + " 'cumulus-trident'?)");
    }

    @Test
    void aTableIsSharedByTwoOrMore() {
        assertThat(problems(BOX.replace(", ipv6_route: 50", "")))
                .singleElement()
                .asString()
                .contains("profiles[0].figures[0].shared.LPM: found a mapping, expected two or more resources");
    }

    @Test
    void aNumberNeedsASource() {
        assertThat(problems(BOX.replace("source: my lab\n", "")))
                .anyMatch(each -> each.contains("profiles[0].figures[0]: found no source"));
    }

    @Test
    void anotherOperatingSystemNeedsPortNames() {
        String other = BOX.replace("os: sonic", "os: eos");

        assertThat(problems(other))
                .anyMatch(each -> each.contains("profiles[0].os: found 'eos'") && each.contains("port-names"));
        assertThat(
                        problems(
                                other.replace(
                                        "profile: default",
                                        "profile: default\n    port-names: {whole: \"Ethernet{port}\", part: \"Ethernet{port}/{part}\"}")))
                .isEmpty();
    }

    @Test
    void oneResourceHasOneTable() {
        assertThat(problems(BOX.replace("remote_vtep: 7", "ipv4_route: 7")))
                .singleElement()
                .asString()
                .contains("profiles[0]: found tables that do not go together")
                .contains("ipv4_route in two tables");
    }

    @Test
    void aNewerFormatIsRefusedByName() {
        assertThat(problems(BOX.replace("device/1", "device/2")))
                .singleElement()
                .asString()
                .contains("expected device/1")
                .contains("newer Heddle");
    }

    @Test
    void aRowIsWrittenOnce() {
        assertThat(problems(
                        BOX.replace("  - os: cumulus\n    from: cumulus-trident", "  - {os: sonic, profile: default}")))
                .singleElement()
                .asString()
                .contains("row my-box/sonic/default twice");
    }
}
