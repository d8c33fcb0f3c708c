package io.heddle.lab.managed;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabPlan;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network beside the fabric: a bridge in a namespace for controllers, and a link {@code mgmt0} from it to each switch that speaks BGP and to
 * each node. Nothing on it is routed.
 */
public final class Management {

    static final Asn AS = new Asn(64999);

    private static final String NETWORK = "172.31.0.0/16";
    private static final String CONTROLLERS = "172.31.255.";

    private final Lab lab;
    private final String space;
    private final Map<DeviceName, String> addresses = new LinkedHashMap<>();

    private Management(Lab lab) {
        this.lab = lab;
        space = lab.space("controllers");
    }

    /** Makes it, with addresses for so many controllers. */
    static Management build(Lab lab, int controllers) throws LabException {
        Management made = new Management(lab);
        lab.adopt(made.space);
        Batch.ip(List.of("netns add " + made.space));
        List<String> lines = new ArrayList<>(List.of(
                "link set dev lo up",
                "link add dev mgmt0 type bridge stp_state 0 forward_delay 0",
                "link set dev mgmt0 up"));
        for (int i = 0; i < controllers; i++) {
            lines.add("addr add " + controller(i) + length() + " dev mgmt0");
        }
        Batch.ip(made.space, lines);
        for (SwitchConfig each : made.switches()) {
            made.attach(each.name(), "172.31.0." + (made.addresses.size() + 1));
        }
        int node = 0;
        for (NodeProgram each : lab.plan().config().nodes()) {
            node++;
            made.attach(each.name(), "172.31." + (1 + node / 250) + "." + (1 + node % 250));
        }
        return made;
    }

    private void attach(DeviceName device, String address) throws LabException {
        addresses.put(device, address);
        String port = "ctl" + addresses.size();
        Batch.ip(List.of("link add " + port + " netns " + space + " type veth peer name mgmt0 netns "
                + lab.space(device.value())));
        Batch.ip(space, List.of("link set dev " + port + " master mgmt0 up"));
        Batch.ip(
                lab.space(device.value()),
                List.of(
                        "link set dev mgmt0 addrgenmode none",
                        "addr add " + address + length() + " dev mgmt0",
                        "link set dev mgmt0 up"));
    }

    /** The plan with the few lines in every {@code frr.conf} that let controllers in, see docs/controller-southbound.md. */
    static LabPlan lettingIn(LabPlan plan) {
        Map<DeviceName, String> rendered = new LinkedHashMap<>(plan.rendered());
        for (SwitchConfig each : plan.config().switches()) {
            each.bgp()
                    .ifPresent(bgp -> rendered.computeIfPresent(
                            each.name(), (_, text) -> text + """
                                router bgp %s
                                 neighbor CTRL peer-group
                                 neighbor CTRL remote-as %s
                                 neighbor CTRL ebgp-multihop 4
                                 neighbor CTRL timers 3 9
                                 bgp listen range %s0/24 peer-group CTRL
                                 address-family ipv4 unicast
                                  neighbor CTRL activate
                                  neighbor CTRL route-map NOTHING out
                                 exit-address-family
                                exit
                                route-map NOTHING deny 10
                                exit
                                """.formatted(bgp.asn(), AS, CONTROLLERS)));
        }
        return new LabPlan(plan.fabric(), plan.config(), plan.endpoints(), plan.layout(), rendered, plan.gaps());
    }

    /** The namespace of the controllers. */
    public String space() {
        return space;
    }

    /** Switches that speak BGP. */
    public List<SwitchConfig> switches() {
        return lab.plan().config().switches().stream()
                .filter(each -> each.bgp().isPresent())
                .toList();
    }

    /** The address of a switch. */
    public String address(SwitchConfig of) {
        String address = addresses.get(of.name());
        if (address == null) {
            throw new IllegalArgumentException("no management address for " + of.name());
        }
        return address;
    }

    /** The address of a controller, from 0. */
    public static String controller(int index) {
        return CONTROLLERS + (index + 1);
    }

    private static String length() {
        return NETWORK.substring(NETWORK.indexOf('/'));
    }
}
