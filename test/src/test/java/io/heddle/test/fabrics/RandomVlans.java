package io.heddle.test.fabrics;

import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VLANs, SVIs, tenants, VTEPs, leaf pairs and trunks. */
final class RandomVlans {

    static final List<Integer> VLANS = List.of(10, 20, 30);
    private static final VrfName RED = VrfName.of("red");
    private static final VrfName BLUE = VrfName.of("blue");

    private final Draft draft;
    private final Dice dice;
    private final boolean overlay;
    private final boolean multihoming;
    private final List<VrfName> vrfOfVlan = new ArrayList<>();

    private RandomVlans(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice;
        this.overlay = dice.chance(0.6);
        this.multihoming = dice.chance(0.5);
        VLANS.forEach(_ -> vrfOfVlan.add(dice.pick(
                overlay ? List.of(VrfName.DEFAULT, RED, RED, BLUE) : List.of(VrfName.DEFAULT, VrfName.DEFAULT, RED))));
    }

    static void add(Draft draft) {
        RandomVlans made = new RandomVlans(draft);
        VLANS.forEach(draft.sketch::network);
        made.pairs();
        Irb irb = made.dice.pick(List.of(Irb.values()));
        int index = 0;
        for (String leaf : draft.leafs) {
            SwitchSketch device = draft.sketch.device(leaf).irb(irb);
            made.vlans(device, ++index);
            made.tenants(device);
            if (made.overlay && made.dice.chance(0.9)) {
                made.vtep(device);
            }
            if (made.dice.chance(0.2)) {
                device.bundle();
            }
        }
        made.trunks();
    }

    /** Neighbouring leafs pair up: by MLAG with a peer link, unless Ethernet segments do it. */
    private void pairs() {
        for (int i = 0; i + 1 < draft.leafs.size(); i += 2) {
            if (!multihoming && dice.chance(0.6)) {
                String one = draft.leafs.get(i);
                String other = draft.leafs.get(i + 1);
                draft.mlagPeer.put(one, other);
                draft.mlagPeer.put(other, one);
                draft.links.add(draft.sketch.trunk(one, other, carried(VLANS)));
                draft.sketch.device(one).mlagPeer(draft.sketch.device(other).name());
                draft.sketch.device(other).mlagPeer(draft.sketch.device(one).name());
            }
        }
    }

    private void vlans(SwitchSketch device, int index) {
        for (int i = 0; i < VLANS.size(); i++) {
            int vlan = VLANS.get(i);
            if (dice.chance(0.8)) {
                Optional<Vni> vni = overlay && dice.chance(0.8) ? Optional.of(new Vni(1000 + vlan)) : Optional.empty();
                Optional<VlanConfig.Svi> svi =
                        dice.chance(0.65) ? Optional.of(svi(device, vrfOfVlan.get(i), vlan, index)) : Optional.empty();
                device.add(new VlanConfig(
                        new VlanId(vlan), SwitchSketch.networkOf(vlan), vni, targets(vlan, 1000 + vlan), svi));
            }
        }
    }

    private VlanConfig.Svi svi(SwitchSketch device, VrfName vrf, int vlan, int index) {
        // VLANs 20 and 30 lie in one subnet.
        String subnet = "10.1." + Math.min(vlan, 20);
        String address = subnet + "." + (vlan + index);
        List<String> own = new ArrayList<>();
        List<String> anycast = new ArrayList<>();
        if (dice.chance(0.8)) {
            own.add(address + (dice.chance(0.9) ? "/24" : "/32"));
            if (vrf.equals(VrfName.DEFAULT)) {
                draft.addresses.put(new Draft.Place(device.name().value(), vlan), address);
            }
        }
        if (dice.chance(0.6)) {
            anycast.add(subnet + ".254/24");
        }
        if (draft.ipv6) {
            own.add("2001:db8:1:" + vlan + "::" + index + "/64");
        }
        return new VlanConfig.Svi(
                vrf,
                own.stream().map(SwitchSketch::interfaceAddress).toList(),
                anycast.stream().map(SwitchSketch::interfaceAddress).toList(),
                Optional.empty());
    }

    private RouteTargets targets(int id, int vni) {
        if (dice.chance(0.85)) {
            return RouteTargets.AUTOMATIC;
        }
        List<RouteTarget> pool = List.of(new RouteTarget(65000, id), new RouteTarget(7, vni));
        return new RouteTargets(dice.chance(0.5), dice.each(pool, 0.6), dice.each(pool, 0.6));
    }

    private void tenants(SwitchSketch device) {
        for (VrfName each : List.of(RED, BLUE)) {
            int l3vni = each.equals(RED) ? 5001 : 5002;
            device.add(new VrfConfig(
                    each,
                    dice.chance(0.8) ? Optional.of(new Vni(l3vni)) : Optional.empty(),
                    targets(l3vni, l3vni),
                    dice.chance(0.5)));
        }
    }

    private void vtep(SwitchSketch device) {
        String name = device.name().value();
        String primary = "10.3.0." + draft.next("VTEP");
        Optional<String> peer = Optional.ofNullable(draft.mlagPeer.get(name));
        Optional<String> anycast = peer.map(each -> "10.3.1." + pairNumber(name, each));
        List<String> announced = new ArrayList<>(List.of(primary));
        anycast.ifPresent(announced::add);
        for (String each : announced) {
            device.loopback(each);
            if (draft.speakers.containsKey(name) && dice.chance(0.95)) {
                device.bgp().network(each + "/32");
            }
        }
        device.vtep(new Vtep(IpAddress.parse(primary), anycast.map(IpAddress::parse), dice.chance(0.5)));
        if (multihoming) {
            device.multihoming();
        }
    }

    private int pairNumber(String one, String other) {
        return Math.min(draft.leafs.indexOf(one), draft.leafs.indexOf(other)) + 1;
    }

    private void trunks() {
        List<String> all = draft.switches();
        for (int i = dice.chance(0.5) ? 0 : dice.between(1, 3); i > 0; i--) {
            List<String> ends = dice.some(all, 2);
            draft.links.add(draft.sketch.trunk(ends.getFirst(), ends.getLast(), carried(dice.each(VLANS, 0.7))));
        }
    }

    static int[] carried(List<Integer> vlans) {
        return vlans.stream().mapToInt(each -> each).toArray();
    }
}
