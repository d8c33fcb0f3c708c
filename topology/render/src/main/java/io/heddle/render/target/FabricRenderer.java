package io.heddle.render.target;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.render.FabricView;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import io.heddle.render.Naming;
import io.heddle.render.RenderedFile;
import io.heddle.render.RoutingSysctl;
import io.heddle.render.agent.AgentFile;
import io.heddle.render.bird.BirdRenderer;
import io.heddle.render.boot.NodePorts;
import io.heddle.render.boot.NodeUplinks;
import io.heddle.render.frr.FrrConfig;
import io.heddle.render.frr.FrrDaemonsFile;
import io.heddle.render.frr.FrrRenderer;
import io.heddle.render.interfaces.Flavour;
import io.heddle.render.interfaces.NodeInterfaces;
import io.heddle.render.interfaces.SwitchInterfaces;
import io.heddle.render.netplan.NetplanRenderer;
import io.heddle.render.node.NodeView;
import io.heddle.render.qos.CardQos;
import io.heddle.render.qos.CumulusQos;
import io.heddle.render.qos.RoceClass;
import io.heddle.render.sonic.SonicRenderer;
import io.heddle.render.target.FabricRendering.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders every device of a fabric for one target. Pure: equal input, equal text. */
public final class FabricRenderer {

    private static final String INTERFACES = "etc/network/interfaces";
    private static final RenderedFile SYSCTL = new RenderedFile(RoutingSysctl.PATH, RoutingSysctl.TEXT);

    private final FabricView fabric;
    private final NetworkConfig config;
    private final boolean roce;
    private final List<DeviceRendering> devices = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    private FabricRenderer(Fabric fabric, NetworkConfig config) {
        this.fabric = new FabricView(fabric, config);
        this.config = config;
        roce = RoceClass.isWanted(fabric);
    }

    public static FabricRendering render(Fabric fabric, NetworkConfig config, Target target) {
        FabricRenderer renderer = new FabricRenderer(fabric, config);
        switch (target) {
            case FRR -> renderer.frr();
            case CUMULUS -> renderer.cumulus();
            case SONIC -> renderer.sonic();
            case BIRD -> renderer.bird();
            case NETPLAN -> renderer.netplan();
            case AGENT -> renderer.agent();
        }
        return new FabricRendering(target, renderer.devices, renderer.passedOver);
    }

    private void frr() {
        config.switches().forEach(each -> linuxSwitch(each, Flavour.LINUX));
        int silent = 0;
        for (NodeProgram each : config.nodes()) {
            Optional<NodeView> node = view(each);
            if (each.bgp().isEmpty() || node.isEmpty()) {
                silent++;
                continue;
            }
            List<Gap> gaps = new ArrayList<>(controllerPorts(node.get()));
            List<RenderedFile> files = new ArrayList<>(frrFiles(FrrRenderer.of(each), each.bgp(), gaps));
            files.add(new RenderedFile(INTERFACES, NodeInterfaces.of(node.get())));
            files.add(SYSCTL);
            devices.add(new DeviceRendering(each.name(), files, gaps));
        }
        passOver(silent, "nodes", "they speak no BGP");
    }

    private void cumulus() {
        config.switches().forEach(each -> linuxSwitch(each, Flavour.CUMULUS));
        passOver(config.nodes().size(), "nodes", "Cumulus Linux runs on switches");
    }

    private void linuxSwitch(SwitchConfig device, Flavour flavour) {
        List<Gap> gaps = new ArrayList<>();
        List<RenderedFile> files = new ArrayList<>();
        if (device.bgp().isPresent()) {
            files.addAll(frrFiles(FrrRenderer.of(device), device.bgp(), gaps));
            if (flavour == Flavour.LINUX) {
                files.add(SYSCTL);
            }
        }
        files.add(new RenderedFile(INTERFACES, SwitchInterfaces.of(fabric, device, flavour, gaps)));
        files.addAll(NodePorts.files(fabric, device));
        if (flavour == Flavour.CUMULUS) {
            systemIs("cumulus", device, gaps);
            List<String> ports = roce ? ports(device) : List.of();
            if (!ports.isEmpty()) {
                files.add(new RenderedFile(
                        CumulusQos.PATH, CumulusQos.of(device.name().value(), ports)));
                gaps.add(
                        new Gap(
                                "lossless RDMA",
                                "written for Cumulus Linux 5; from 5.8 on `nv set qos roce mode lossless` makes the same classes"));
            }
        }
        devices.add(new DeviceRendering(device.name(), files, gaps));
    }

    private void sonic() {
        for (SwitchConfig each : config.switches()) {
            List<Gap> gaps = new ArrayList<>();
            systemIs("sonic", each, gaps);
            List<RenderedFile> files = new ArrayList<>();
            files.add(new RenderedFile(
                    "etc/sonic/config_db.json", SonicRenderer.of(fabric, each, roce && isDataSwitch(each), gaps)));
            if (each.bgp().isPresent()) {
                FrrConfig routing = FrrRenderer.of(each, Naming.SONIC);
                gaps.addAll(routing.gaps());
                files.add(new RenderedFile("etc/sonic/frr/frr.conf", routing.text()));
            }
            devices.add(new DeviceRendering(each.name(), files, gaps));
        }
        passOver(config.nodes().size(), "nodes", "SONiC runs on switches");
    }

    /** Every port in use; none of an out-of-band switch, which carries no RDMA. */
    private List<String> ports(SwitchConfig device) {
        return isDataSwitch(device)
                ? Stream.concat(
                                device.routedPorts().stream().map(RoutedPort::port),
                                device.bridgePorts().stream().flatMap(each -> each.members().stream()))
                        .map(InterfaceNames::of)
                        .toList()
                : List.of();
    }

    private boolean isDataSwitch(SwitchConfig device) {
        return fabric.fabric()
                .findSwitch(device.name())
                .filter(each -> each.role() != SwitchRole.OUT_OF_BAND)
                .isPresent();
    }

    private void systemIs(String wanted, SwitchConfig device, List<Gap> gaps) {
        fabric.fabric()
                .findSwitch(device.name())
                .map(each -> each.profile().os())
                .filter(each -> !each.equals(wanted))
                .ifPresent(each ->
                        gaps.add(new Gap("operating system " + each, "written as if the switch ran " + wanted)));
    }

    private static List<RenderedFile> frrFiles(FrrConfig config, Optional<BgpConfig> bgp, List<Gap> gaps) {
        gaps.addAll(config.gaps());
        boolean bfd = bgp.stream().flatMap(each -> each.neighbors().stream()).anyMatch(each -> each.group()
                .bfd());
        return List.of(
                new RenderedFile("etc/frr/daemons", FrrDaemonsFile.text(bfd)),
                new RenderedFile("etc/frr/frr.conf", config.text()));
    }

    private void bird() {
        int silent = 0;
        for (NodeProgram each : config.nodes()) {
            if (each.bgp().isEmpty()) {
                silent++;
                continue;
            }
            List<Gap> gaps = new ArrayList<>();
            String text = BirdRenderer.of(each, each.bgp().get(), gaps);
            devices.add(new DeviceRendering(
                    each.name(), List.of(new RenderedFile("etc/bird/bird.conf", text), SYSCTL), gaps));
        }
        passOver(silent, "nodes", "they speak no BGP");
        passOver(config.switches().size(), "switches", "BIRD is written for nodes alone");
    }

    private void netplan() {
        for (NodeProgram each : config.nodes()) {
            view(each).ifPresent(node -> {
                List<RenderedFile> files = new ArrayList<>();
                files.add(new RenderedFile("etc/netplan/50-heddle.yaml", NetplanRenderer.of(node)));
                List<Gap> gaps = new ArrayList<>(controllerPorts(node));
                List<RenderedFile> uplinks = NodeUplinks.files(fabric, node, gaps);
                if (!uplinks.isEmpty()) {
                    files.addAll(uplinks);
                    files.add(SYSCTL);
                }
                List<String> ports = node.trafficPorts();
                if (hasGpus(each) && !ports.isEmpty()) {
                    files.add(new RenderedFile(
                            CardQos.PATH, CardQos.of(each.name().value(), ports)));
                }
                devices.add(new DeviceRendering(each.name(), files, gaps));
            });
        }
        passOver(config.switches().size(), "switches", "netplan sets up nodes");
    }

    private void agent() {
        int without = 0;
        for (NodeProgram each : config.nodes()) {
            List<Gap> gaps = new ArrayList<>();
            Optional<String> text = view(each).flatMap(node -> AgentFile.of(fabric, node, each, gaps));
            if (text.isPresent()) {
                devices.add(
                        new DeviceRendering(each.name(), List.of(new RenderedFile(AgentFile.PATH, text.get())), gaps));
            } else {
                without++;
            }
        }
        passOver(without, "nodes", "their pods are inside their own tunnels");
        passOver(config.switches().size(), "switches", "the agent runs on nodes");
    }

    private static List<Gap> controllerPorts(NodeView node) {
        return node.controllerPorts().stream()
                .map(each -> new Gap("port " + each, "out of band: set up in the management controller"))
                .toList();
    }

    private boolean hasGpus(NodeProgram program) {
        return fabric.fabric()
                .findNode(program.name())
                .filter(each -> each.gpus() > 0)
                .isPresent();
    }

    private Optional<NodeView> view(NodeProgram program) {
        Optional<Node> node = fabric.fabric().findNode(program.name());
        return node.map(each -> NodeView.of(fabric, each, program));
    }

    private void passOver(int count, String what, String reason) {
        if (count > 0) {
            passedOver.add(new PassedOver(count + " " + what, reason));
        }
    }
}
