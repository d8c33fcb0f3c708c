package io.heddle.controller.core.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.Community;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlacementsTest {

    private static final DeviceName LEAF_1 = DeviceName.of("leaf-1");
    private static final DeviceName LEAF_2 = DeviceName.of("leaf-2");
    private static final DeviceName SPINE = DeviceName.of("spine-1");
    private static final List<DeviceName> FABRIC = List.of(SPINE, LEAF_2, LEAF_1);
    private static final Prefix POD = Prefix.parse("10.244.1.5/32");
    private static final IpAddress NODE = IpAddress.parse("10.1.1.2");

    @Test
    void podAtTheLeafOfItsNodeIsSound() {
        assertThat(problems(at(LEAF_1, plain()))).isEmpty();
    }

    @Test
    void podAtAnotherLeafWouldLoop() {
        assertThat(problems(at(LEAF_1, plain()), at(LEAF_2, plain())))
                .containsExactly(new Placements.Problem.PassedOnFromAfar(POD, LEAF_2, NODE));
    }

    @Test
    void podThatEveryoneKeepsIsSoundWhenEveryoneHasIt() {
        assertThat(problems(at(LEAF_1, kept()), at(LEAF_2, kept()), at(SPINE, kept())))
                .isEmpty();
        assertThat(problems(at(LEAF_1, kept()), at(LEAF_2, kept())))
                .containsExactly(new Placements.Problem.KeptButMissing(POD, SPINE));
    }

    @Test
    void podThatItsOwnLeafPassesOnMayBeKeptByOthers() {
        assertThat(problems(at(LEAF_1, plain()), at(LEAF_2, kept()))).isEmpty();
    }

    @Test
    void macAtTwoVtepsHasTwoOrigins() {
        assertThat(problems(
                        at(LEAF_1, host("10.0.0.1", EvpnRoute.NO_ESI)), at(LEAF_2, host("10.0.0.2", EvpnRoute.NO_ESI))))
                .singleElement()
                .hasToString("02:00:00:00:00:77 of VNI 100 at several VTEPs: [10.0.0.1, 10.0.0.2]");
    }

    @Test
    void macThatALeafAnnouncesItselfHasTwoOrigins() {
        List<Wanted> wants = List.of(at(LEAF_2, host("10.0.0.2", EvpnRoute.NO_ESI)));
        HostOrigin own = new HostOrigin(Mac.parse("02:00:00:00:00:77"), new Vni(100), IpAddress.parse("10.0.0.1"));
        HostOrigin other = new HostOrigin(Mac.parse("02:00:00:00:00:78"), new Vni(100), IpAddress.parse("10.0.0.1"));

        assertThat(Placements.problems(wants, FABRIC, (_, _) -> true, List.of(own)))
                .singleElement()
                .isInstanceOf(Placements.Problem.TwoOrigins.class);
        assertThat(Placements.problems(wants, FABRIC, (_, _) -> true, List.of(other)))
                .isEmpty();
    }

    @Test
    void macBehindASegmentMayHaveSeveral() {
        Esi segment = Esi.parse("03:44:38:39:ff:00:01:00:00:01");

        assertThat(problems(at(LEAF_1, host("10.0.0.1", segment)), at(LEAF_2, host("10.0.0.2", segment))))
                .isEmpty();
    }

    private static List<Placements.Problem> problems(Wanted... wants) {
        return Placements.problems(
                List.of(wants), FABRIC, (device, address) -> device.equals(LEAF_1) && address.equals(NODE), List.of());
    }

    private static Wanted at(DeviceName device, Announcement announcement) {
        return Wanted.of(device, 1, List.of(announcement));
    }

    private static Announcement plain() {
        return Announcement.Unicast.of(POD, NODE);
    }

    private static Announcement kept() {
        return new Announcement.Unicast(POD, NODE, List.of(Community.NO_ADVERTISE));
    }

    private static Announcement host(String vtep, Esi segment) {
        return Announcement.Evpn.of(
                new EvpnRoute.MacIp(
                        RouteDistinguisher.parse(vtep + ":100"),
                        segment,
                        EthernetTag.NONE,
                        Mac.parse("02:00:00:00:00:77"),
                        Optional.empty(),
                        new Label(100),
                        Optional.empty()),
                EvpnAttributes.vxlan(IpAddress.parse(vtep), List.of(RouteTarget.parse("64999:100"))));
    }
}
