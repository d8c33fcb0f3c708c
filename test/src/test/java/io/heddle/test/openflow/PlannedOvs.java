package io.heddle.test.openflow;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Every switch of a plan as an Open vSwitch in a namespace of its own, cabled to the others as the plan says. Nodes are added by the test. */
final class PlannedOvs {

    private static final long FIRST_DATAPATH = 0xA001;

    private final OvsBed bed;
    private final PlannedFile planned;
    private final Map<DeviceName, Ovs> switches = new TreeMap<>();

    private PlannedOvs(OvsBed bed, PlannedFile planned) {
        this.bed = bed;
        this.planned = planned;
    }

    static PlannedOvs build(OvsBed bed, PlannedFile planned) throws Exception {
        PlannedOvs built = new PlannedOvs(bed, planned);
        for (Switch each : planned.plan().fabric().switches()) {
            built.switches.put(each.name(), bed.ovs(bed.space("s" + built.switches.size())));
        }
        for (Link each : planned.plan().fabric().links()) {
            Ovs a = built.switches.get(each.a().device());
            Ovs b = built.switches.get(each.b().device());
            if (a != null && b != null) {
                bed.link(
                        a.space(),
                        each.a().port().value(),
                        b.space(),
                        each.b().port().value());
            }
        }
        return built;
    }

    Plan plan() {
        return planned.plan();
    }

    Ovs of(DeviceName device) {
        Ovs found = switches.get(device);
        if (found == null) {
            throw new IllegalArgumentException(device + " is no switch of the plan");
        }
        return found;
    }

    Map<DeviceName, Ovs> all() {
        return switches;
    }

    /** Bridges made by hand, with every cabled port numbered as the plan has it. */
    void bridges() throws Exception {
        for (Map.Entry<DeviceName, Ovs> each : switches.entrySet()) {
            DeviceName device = each.getKey();
            Ovs ovs = each.getValue();
            ovs.bridge("br0", datapath(device), FabricWiring.routerMac(device).toString());
            for (Port port : plan().fabric().findSwitch(device).orElseThrow().ports()) {
                if (plan().fabric().linkAt(new PortRef(device, port.name())).isPresent()) {
                    String name = port.name().value();
                    ovs.vsctl(
                            "add-port", "br0", name, "--", "set", "interface", name, "ofport_request=" + port.number());
                }
            }
        }
    }

    /** Points every bridge at the controller. */
    void connect() throws Exception {
        for (DeviceName each : switches.keySet()) {
            connect(each);
        }
    }

    void connect(DeviceName device) throws Exception {
        of(device).controller("br0", socket());
    }

    private Path socket() {
        return bed.directory().resolve("of.sock");
    }

    /** A controller of all the switches. */
    ToldDaemon daemon() throws Exception {
        return daemon(_ -> "");
    }

    /** The same, which also sets up bridges, ports and bonds; the switches have nothing but their databases. */
    ToldDaemon daemonWithDatabases() throws Exception {
        for (Ovs each : switches.values()) {
            Files.createSymbolicLink(each.directory().resolve("br0.controller"), socket());
        }
        return daemon(each -> ", ovsdb: \"unix:%s\", controller: \"unix:%s\""
                .formatted(
                        of(each).directory().resolve("db.sock"),
                        of(each).directory().resolve("br0.controller")));
    }

    private ToldDaemon daemon(Function<DeviceName, String> more) throws Exception {
        StringBuilder file = new StringBuilder("""
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: %s}
                store: {directory: store}
                http: {listen: "127.0.0.1:0"}
                openflow:
                  listen: "unix:%s"
                  every-seconds: 1
                  switches:
                """.formatted(planned.scenario(), socket()));
        for (DeviceName each : switches.keySet()) {
            file.append(
                    "    - {switch: %s, datapath-id: \"%016x\"%s}%n".formatted(each, datapath(each), more.apply(each)));
        }
        return ToldDaemon.start(planned, Files.writeString(bed.directory().resolve("controller.yaml"), file));
    }

    private long datapath(DeviceName device) {
        return FIRST_DATAPATH + switches.keySet().stream().toList().indexOf(device);
    }

    /** Every cable of a switch loses its light, or has it again. */
    void power(DeviceName device, boolean on) throws Exception {
        for (Port each : plan().fabric().findSwitch(device).orElseThrow().ports()) {
            if (plan().fabric().linkAt(new PortRef(device, each.name())).isPresent()) {
                of(device).space().ip("link set dev " + each.name() + (on ? " up" : " down"));
            }
        }
    }

    /** The first port of a switch that has a cable to another device. */
    Port port(DeviceName device, DeviceName other) {
        return plan().fabric().findSwitch(device).orElseThrow().ports().stream()
                .filter(each -> plan().fabric()
                        .farEnd(new PortRef(device, each.name()))
                        .filter(far -> far.device().equals(other))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Whether a switch has a host route to an address. */
    boolean routes(DeviceName device, String address) throws Exception {
        return of(device).ofctl("dump-flows", "br0", "table=3").contains("nw_dst=" + address + " ");
    }
}
