package io.heddle.test.outage;

import io.heddle.lab.layout.Host;
import io.heddle.lab.layout.Space;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.simulator.timeline.Incident;

/**
 * A pod turns up on another node with its MAC and address and knows its neighbours still, as a virtual machine does. In a lab it has a second
 * interface with both, which hangs on the other node's bridge and is up when the first is down.
 */
record Moved(Endpoint pod, DeviceName to) implements RealDrill {

    private static final String LEG = "eth1";
    private static final String PLUG = "moved";

    /** Above those of wires: a veth pair whose ends have the same number is told late that it has carrier. */
    private static final int INDEX = 2_000_000;

    @Override
    public Incident incident(Fabric fabric) {
        return new Incident.PodMove(pod, new Endpoint(pod.name(), to, pod.mac(), pod.ipv4(), pod.ipv6()));
    }

    @Override
    public void prepare(RealLab lab) throws LabException {
        Host here = host(lab);
        String there = spaceOf(lab, to);
        if (Command.of("ip", "-n", here.space(), "link", "show", "dev", LEG)
                .run()
                .succeeded()) {
            return;
        }
        StringBuilder lines = new StringBuilder("link add dev " + LEG + " index " + INDEX + " netns " + here.space()
                + " type veth peer name " + PLUG + " index " + (INDEX + 1) + " netns " + there + "\n");
        batch("", lines);
        lines = new StringBuilder("link set dev " + LEG + " addrgenmode none address " + here.mac() + "\n");
        for (var each : here.addresses()) {
            lines.append("addr add " + each + " dev " + LEG + "\n");
        }
        batch(here.space(), lines);
        batch(
                there,
                new StringBuilder(
                        "link set dev " + PLUG + " master " + bridge(lab) + "\nlink set dev " + PLUG + " up\n"));
        Command.of("ip", "netns", "exec", here.space(), "sysctl", "-qw", "net.ipv4.conf." + LEG + ".arp_notify=1")
                .output();
        Command.of("ip", "netns", "exec", there, "sysctl", "-qw", "net.ipv6.conf." + PLUG + ".disable_ipv6=1")
                .output();
    }

    @Override
    public void happen(RealLab lab) throws LabException {
        Host here = host(lab);
        StringBuilder lines = new StringBuilder("link set dev " + LEG + " up\n");
        for (Host each : lab.layout().hosts()) {
            if (!each.equals(here) && each.vlan().equals(here.vlan())) {
                for (var address : each.addresses()) {
                    lines.append("neigh replace " + address.address() + " lladdr " + each.mac() + " dev " + LEG + "\n");
                }
            }
        }
        batch(here.space(), lines.append("link set dev " + here.interfaceName() + " down\n"));
    }

    @Override
    public void mend(RealLab lab) throws LabException {
        Host here = host(lab);
        batch(
                here.space(),
                new StringBuilder("link set dev " + here.interfaceName() + " up\nlink set dev " + LEG + " down\n"));
    }

    private Host host(RealLab lab) {
        return lab.layout().hosts().stream()
                .filter(each -> each.node().equals(pod.node()) && each.mac().equals(pod.mac()))
                .findFirst()
                .orElseThrow();
    }

    /** What stands for the other node's bond, on which its own pods hang. */
    private String bridge(RealLab lab) {
        String space = spaceOf(lab, to);
        return lab.layout().hosts().stream()
                .filter(each -> each.node().equals(to)
                        && each.space().equals(space)
                        && each.vlan().isPresent())
                .findFirst()
                .orElseThrow()
                .interfaceName();
    }

    private static String spaceOf(RealLab lab, DeviceName node) {
        return lab.layout()
                .space(lab.lab().space(node.value()))
                .map(Space::name)
                .orElseThrow();
    }

    private static void batch(String space, StringBuilder lines) throws LabException {
        Command ip = space.isEmpty() ? Command.of("ip") : Command.of("ip", "-n", space);
        ip.with("-batch", "-").reading(lines.toString()).output();
    }
}
