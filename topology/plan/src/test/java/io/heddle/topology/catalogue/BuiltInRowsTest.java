package io.heddle.topology.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.device.Confidence;
import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.FrontPort;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Placement;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInRowsTest {

    private static final DeviceCatalogue CATALOGUE = DeviceCatalogue.builtIn();

    static DeviceProfile row(String name) {
        String[] parts = name.split("/", -1);
        return CATALOGUE.find(new ProfileRef(parts[0], parts[1], parts[2])).orElseThrow();
    }

    /** One number of every row of the published tables. */
    @ParameterizedTest
    @CsvSource({
        "nvidia-sn2700/cumulus/default, fdb_entry, 40000",
        "nvidia-sn2700/cumulus/l2-heavy, ipv6_neighbor, 18000",
        "nvidia-sn2700/cumulus/l2-heavy-1, fdb_entry, 176000",
        "nvidia-sn2700/cumulus/l2-heavy-2, ipv4_neighbor, 86000",
        "nvidia-sn2700/cumulus/v4-lpm-heavy, ipv4_route, 80000",
        "nvidia-sn2700/cumulus/v4-lpm-heavy-1, ipv4_route, 176000",
        "nvidia-sn2700/cumulus/v4-lpm-heavy-1, ipv4_neighbor, 6000",
        "nvidia-sn2700/cumulus/v6-lpm-heavy, ipv6_route, 32000",
        "nvidia-sn2700/cumulus/lpm-balanced, ipv6_route, 120000",
        "nvidia-sn2700/cumulus/ecmp-nh-heavy, ipv4_route, 40000",
        "nvidia-sn2700/cumulus/default, vni, unlimited",
        "nvidia-sn3700/cumulus/default, ipv4_route, 82000",
        "nvidia-sn3700/cumulus/default, ipv6_route_long, 37000",
        "nvidia-sn3700/cumulus/l2-heavy, fdb_entry, 115000",
        "nvidia-sn3700/cumulus/l2-heavy-1, fdb_entry, 239000",
        "nvidia-sn3700/cumulus/l2-heavy-2, ipv4_neighbor, 132000",
        "nvidia-sn3700/cumulus/l2-heavy-3, ipv6_neighbor, 80000",
        "nvidia-sn4700/cumulus/v4-lpm-heavy, ipv4_route, 124000",
        "nvidia-sn5600/cumulus/v4-lpm-heavy-1, ipv4_route, 256000",
        "nvidia-sn5600/cumulus/v6-lpm-heavy, ipv6_route, 99000",
        "nvidia-sn5600/cumulus/v6-lpm-heavy-1, ipv6_route, 235000",
        "nvidia-sn5600/cumulus/lpm-balanced, ipv4_route, 124000",
        "nvidia-sn5600/cumulus/ipmc-heavy, fdb_entry, 57000",
        "nvidia-sn5600/cumulus/ipmc-max, ipv4_route, 74000",
        "broadcom-tomahawk/cumulus/default, ipv6_route_long, 8000",
        "broadcom-tomahawk/cumulus/l2-heavy, ipv4_neighbor, 72000",
        "broadcom-tomahawk/cumulus/v6-lpm-heavy, ipv4_route, 128000",
        "broadcom-tomahawk/sonic/default, ipv4_route, 8188",
        "broadcom-trident/cumulus/default, ipv6_neighbor, 8000",
        "broadcom-trident/cumulus/l2-heavy, fdb_entry, 160000",
        "broadcom-trident/cumulus/v4-lpm-heavy, ipv6_route_long, 20000",
        "dell-s3048/cumulus/default, ipv4_route, 7800",
        "dell-s3048/os10/default, ipv4_route, unknown",
        "dell-s5248f/os10/default, overlay_nexthop, 8192",
        "dell-s5248f/os10/default, ipv4_nexthop, 57344",
        "dell-s5248f/os10/default, overlay_rif, 2048",
        "dell-s5248f/os10/default, remote_vtep, unknown",
        "dell-s5248f/os10/disable-overlay-routing, overlay_nexthop, 0",
        "dell-s5248f/os10/balanced, overlay_rif, 8192",
        "dell-s5232f/os10/scaled, overlay_nexthop, 53248",
        "dell-s5248f/sonic/default, remote_vtep, 5",
        "dell-s5248f/sonic/default, fdb_entry, 40960",
        "dell-s5248f/sonic/default, overlay_nexthop, 32768",
        "dell-s5248f/sonic/default, buffer_bytes, 32744448",
        "dell-s5212f/sonic/default, buffer_bytes, 32822528",
        "dell-s5232f/sonic/default, ipv4_neighbor, 16384",
        "dell-s5296f/sonic/default, ipv6_neighbor, 20480",
        "dell-s6000/sonic/default, fdb_entry, 32768",
        "dell-z9264f/sonic/default, buffer_bytes, 43468672",
        "dell-z9332f/sonic/default, buffer_bytes, 66394076",
        "dell-z9664f/sonic/default, buffer_bytes, 113620296",
        "arista-7050cx3-32s/sonic/default, buffer_bytes, 32732160",
        "arista-7050dx4-32s/sonic/default, overlay_rif, 8192",
        "arista-7060cx-32s/sonic/default, buffer_bytes, 15982720",
        "arista-7060px4-32/sonic/default, fdb_entry, 8192",
        "arista-7060x6-64pe/sonic/default, nexthop_group_member, 12288",
        "nvidia-sn2700/sonic/default, buffer_bytes, 13945824",
        "nvidia-sn3700/sonic/default, buffer_bytes, 34287552",
        "nvidia-sn4600c/sonic/default, buffer_bytes, 60817392",
        "nvidia-sn5610/sonic/default, buffer_bytes, 158229504",
        "extreme-slx-9150/slx-os/default, remote_vtep, 250",
        "extreme-8720/slx-os/default, remote_vtep, 250",
        "extreme-slx-9640/slx-os/default, remote_vtep, 1024",
        "cisco-nexus-9300-ex/nx-os/default, remote_vtep, 256",
        "dell-s5248f/article/default, remote_vtep, 128",
        "nvidia-sn2700/article/default, ipv4_route, 176000",
        "nvidia-sn3700/article/default, ipv4_route, 512000",
        "nvidia-sn5600/article/default, remote_vtep, 750",
        "unlimited/any/test, remote_vtep, unlimited",
    })
    void theRowHasTheNumberOfItsSource(String row, String resource, String limit) {
        assertThat(row(row).limit(Resource.parse(resource).orElseThrow())).hasToString(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "dell-s3048/os10/default, 52, ethernet1/1/48, 1G, ethernet1/1/52, 10G",
        "dell-s5248f/os10/default, 56, ethernet1/1/1, 25G, ethernet1/1/56, 40G",
        "dell-s5248f/sonic/default, 56, Ethernet47, 10G, Ethernet76, 100G",
        "dell-s5232f/sonic/default, 34, Ethernet124, 100G, Ethernet129, 10G",
        "dell-z9332f/sonic/default, 32, Ethernet0, 400G, Ethernet248, 100G",
        "nvidia-sn2700/cumulus/default, 32, swp1, 100G, swp32s1, 50G",
        "nvidia-sn5600/sonic/default, 65, Ethernet504, 800G, Ethernet512, 25G",
        "nvidia-sn5600/cumulus/default, 65, swp64s1, 400G, swp65, 10G",
        "arista-7060x6-64pe/sonic/default, 64, Ethernet0, 800G, Ethernet508, 400G",
        "unlimited/any/test, 4096, swp1, 1G, swp4096, 800G",
    })
    void portsAreNamedAsTheOperatingSystemNamesThem(
            String row, int count, String one, String oneSpeed, String other, String otherSpeed) {
        DeviceProfile profile = row(row);

        assertThat(profile.ports().count()).isEqualTo(count);
        assertThat(port(profile, one).supports(Bandwidth.parse(oneSpeed))).isTrue();
        assertThat(port(profile, other).supports(Bandwidth.parse(otherSpeed))).isTrue();
    }

    private static FrontPort port(DeviceProfile profile, String name) {
        return profile.ports().port(PortName.of(name)).orElseThrow();
    }

    @Test
    void theIndexNamesEveryFileAndEveryAlias() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(BuiltInFiles.class.getResource("index.txt"))
                        .toURI())
                .resolveSibling("devices");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(CATALOGUE.devices());
        }
        String index = Files.readString(folder.resolveSibling("index.txt"));
        for (String device : CATALOGUE.devices()) {
            String text = Files.readString(folder.resolve(device + ".yaml"));
            String aliases = text.lines()
                    .filter(line -> line.startsWith("aliases: "))
                    .map(line -> line.replaceAll("aliases: \\[|]|,", "").strip())
                    .collect(Collectors.joining());
            assertThat(index.lines()).contains(("device " + device + " " + aliases).strip());
        }
    }

    @Test
    void everyRowHasASourceForEveryNumberAndPlacesEveryKind() {
        List<DeviceProfile> rows = CATALOGUE.all();

        assertThat(rows.size()).isGreaterThan(100);
        for (DeviceProfile row : rows) {
            for (Table table : row.tables()) {
                for (Table.Member each : table.members()) {
                    if (each.alone() instanceof Limit.Entries) {
                        assertThat(each.evidence().confidence())
                                .as("%s %s", row.ref(), each)
                                .isNotEqualTo(Confidence.UNKNOWN);
                    }
                }
            }
            assertThat(row.placements().stream().map(Placement::name).distinct())
                    .hasSameSizeAs(row.placements());
        }
    }

    @Test
    void whereAHostRouteLandsIsEitherKnownOrTwofold() {
        for (DeviceProfile row : CATALOGUE.all()) {
            boolean unknown = row.placements().getFirst().evidence().confidence() == Confidence.UNKNOWN;
            assertThat(row.placements().size() > 1).as("%s", row.ref()).isEqualTo(unknown);
        }
    }

    @Test
    void onlyTestDevicesAreWithoutRouteLimits() {
        assertThat(CATALOGUE.all().stream()
                        .filter(each -> each.limit(Resource.IPV4_ROUTE) instanceof Limit.Unlimited)
                        .map(each -> each.ref().device()))
                .allMatch(each -> each.contains("unlimited"));
    }

    @Test
    void sharedTablesKeepTheDocumentedExchangeRate() {
        Table lpm = row("broadcom-tomahawk/cumulus/default").table(Resource.IPV4_ROUTE);

        assertThat(lpm).hasToString("LPM: 64000 ipv4_route or 32000 ipv6_route or 8000 ipv6_route_long");
    }

    @Test
    void overflowIsToldPerOperatingSystemAndDevice() {
        DeviceProfile sonic = row("dell-s5248f/sonic/default");
        assertThat(sonic.overflow(Resource.REMOTE_VTEP).action()).isEqualTo(Overflow.Action.CRASH);
        assertThat(sonic.overflow(Resource.REMOTE_VTEP).what()).contains("sixth");
        assertThat(sonic.overflow(Resource.IPV4_ROUTE).what()).contains("orchagent");
        assertThat(sonic.overflow(Resource.FDB_ENTRY).action()).isEqualTo(Overflow.Action.UNKNOWN);
        assertThat(row("dell-s5248f/os10/default").overflow(Resource.REMOTE_VTEP))
                .isEqualTo(Overflow.UNKNOWN);
        assertThat(row("crystalnet-router/any/short-fib")
                        .overflow(Resource.IPV4_ROUTE)
                        .action())
                .isEqualTo(Overflow.Action.DROP_SILENTLY);
    }

    @Test
    void aliasesLeadToTheRow() {
        assertThat(row("nvidia-spectrum-1/cumulus/default").ref().device()).isEqualTo("nvidia-sn2700");
        assertThat(new TreeSet<>(CATALOGUE.devices())).doesNotContain("nvidia-spectrum-1");
    }
}
