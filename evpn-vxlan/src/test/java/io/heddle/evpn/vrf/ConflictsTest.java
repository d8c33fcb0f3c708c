package io.heddle.evpn.vrf;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final VlanId TEN = new VlanId(10);
    private static final IpAddress ADDRESS = IpAddress.parse("10.1.10.7");

    private static PlacedHost host(String at, int mac, Esi segment) {
        return new PlacedHost(
                DeviceName.of(at), new VtepHost(TEN, new Mac(mac), List.of(ADDRESS), segment, MacMobility.NEVER));
    }

    private static SwitchConfig leaf(String name, List<VlanConfig> vlans, List<VrfConfig> vrfs) {
        return new SwitchConfig(
                DeviceName.of(name),
                List.of(),
                List.of(),
                List.of(),
                vlans,
                vrfs,
                Optional.empty(),
                Irb.NONE,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty());
    }

    private static VlanConfig vlan(int vlan, int vni, RouteTargets targets) {
        return new VlanConfig(
                new VlanId(vlan), NetworkName.of("n" + vlan), Optional.of(new Vni(vni)), targets, Optional.empty());
    }

    @Test
    void twoHostsWithOneAddressAreBothNamed() {
        List<PlacedHost> hosts = List.of(host("leaf-2", 2, EvpnRoute.NO_ESI), host("leaf-1", 1, EvpnRoute.NO_ESI));

        assertThat(Conflicts.amongHosts(hosts))
                .hasSize(1)
                .first()
                .hasToString(
                        "10.1.10.7 on VLAN 10 is claimed by 00:00:00:00:00:01 behind leaf-1 and by 00:00:00:00:00:02 behind leaf-2");
        assertThat(Conflicts.amongHosts(hosts.reversed())).isEqualTo(Conflicts.amongHosts(hosts));
    }

    @Test
    void aMacOnTwoSegmentsNamesBoth() {
        Esi one = new Esi(3, 1);
        Esi other = new Esi(3, 2);

        assertThat(Conflicts.amongHosts(List.of(host("leaf-1", 1, one), host("leaf-2", 1, other))))
                .containsExactly(new Conflict.MacOnTwoSegments(
                        TEN, new Mac(1), DeviceName.of("leaf-1"), one, DeviceName.of("leaf-2"), other));
        assertThat(Conflicts.amongHosts(List.of(host("leaf-1", 1, one), host("leaf-2", 1, one))))
                .isEmpty();
    }

    @Test
    void aMacOutsideOfSegmentsIsBehindOneDevice() {
        assertThat(Conflicts.amongHosts(
                        List.of(host("leaf-1", 1, EvpnRoute.NO_ESI), host("leaf-2", 1, EvpnRoute.NO_ESI))))
                .containsExactly(new Conflict.MacOnTwoSegments(
                        TEN,
                        new Mac(1),
                        DeviceName.of("leaf-1"),
                        EvpnRoute.NO_ESI,
                        DeviceName.of("leaf-2"),
                        EvpnRoute.NO_ESI));
        assertThat(Conflicts.amongHosts(
                        List.of(host("leaf-1", 1, EvpnRoute.NO_ESI), host("leaf-1", 1, EvpnRoute.NO_ESI))))
                .isEmpty();
    }

    @Test
    void aVniInTwoVrfsNamesBoth() {
        VrfConfig red = new VrfConfig(VrfName.of("red"), Optional.of(new Vni(5000)), RouteTargets.AUTOMATIC, true);
        VrfConfig blue = new VrfConfig(VrfName.of("blue"), Optional.of(new Vni(5000)), RouteTargets.AUTOMATIC, true);

        assertThat(Conflicts.amongConfigs(
                        List.of(leaf("leaf-2", List.of(), List.of(blue)), leaf("leaf-1", List.of(), List.of(red)))))
                .hasSize(1)
                .first()
                .hasToString("VNI 5000 is the L3VNI of VRF red on leaf-1 and the L3VNI of VRF blue on leaf-2");
        assertThat(Conflicts.amongConfigs(
                        List.of(leaf("leaf-1", List.of(), List.of(red)), leaf("leaf-2", List.of(), List.of(red)))))
                .isEmpty();
    }

    @Test
    void aListedTargetThatIsAnotherVnisAutomaticOneIsFound() {
        RouteTargets listed = new RouteTargets(false, List.of(), List.of(new RouteTarget(65001, 200)));

        assertThat(Conflicts.amongConfigs(List.of(leaf(
                        "leaf-1", List.of(vlan(10, 100, listed), vlan(20, 200, RouteTargets.AUTOMATIC)), List.of()))))
                .hasSize(1)
                .first()
                .hasToString(
                        "route target 65001:200 of VNI 100 on leaf-1 is imported automatically into VNI 200 on leaf-1");
    }
}
