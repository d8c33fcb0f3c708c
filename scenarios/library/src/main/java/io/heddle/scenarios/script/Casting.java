package io.heddle.scenarios.script;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts a script on a plan's parts and pods. Single-threaded. */
public final class Casting {

    private record Placed(Schedule.Planned planned, Origin origin) {}

    private final Plan plan;
    private final ControllerCasting controllers;
    private final Faults faults = new Faults();
    private final Parts parts;
    private final List<Placed> placed = new ArrayList<>();
    private final Map<IpAddress, Endpoint> pods = new LinkedHashMap<>();

    private Casting(Plan plan, int controllers) {
        this.plan = plan;
        this.controllers = new ControllerCasting(controllers);
        parts = new Parts(plan.fabric(), faults);
        for (NodeEndpoints each : plan.endpoints().nodes()) {
            for (int i = 0; i < each.size(); i++) {
                remember(each.get(i));
            }
        }
    }

    /**
     * The drill that a script means here, or every event that names what is not there, with its place.
     *
     * @param controllers how many take part
     */
    public static Outcome<Cast> of(Script script, Plan plan, int controllers) {
        return new Casting(plan, controllers).cast(script);
    }

    private Outcome<Cast> cast(Script script) {
        Set<DeviceName> devices = new HashSet<>();
        Set<Link> links = new HashSet<>();
        for (Script.Named each : script.absent()) {
            parts.find(each.part(), each.origin()).ifPresent(outage -> {
                devices.addAll(outage.devices());
                links.addAll(outage.links());
            });
        }
        script.events().forEach(this::add);
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        // Stable: those of one time stay in the order written.
        placed.sort(Comparator.comparing(each -> each.planned.at()));
        Schedule schedule = new Schedule(placed.stream().map(Placed::planned).toList());
        Drill drill = new Drill("incident", script.name(), schedule, new Outage(devices, links), 1);
        return Outcome.made(new Cast(drill, placed.stream().map(Placed::origin).toList()));
    }

    private void add(Event event) {
        switch (event.action()) {
            case Action.Fail(Part part, Notice notice) -> fail(part, notice, event, SimTime.ZERO);
            case Action.Repair(Part part) -> repair(part, event, SimTime.ZERO);
            case Action.Kill(DeviceName device) -> device(device, event, new Incident.SpeakerDown(device));
            case Action.Restart(DeviceName device) -> device(device, event, new Incident.SpeakerUp(device));
            case Action.Drain(DeviceName device) -> device(device, event, new Incident.Drain(device));
            case Action.Undrain(DeviceName device) -> device(device, event, new Incident.Undrain(device));
            case Action.Flap flap -> {
                for (int i = 0; i < flap.times(); i++) {
                    SimTime after = new SimTime(Math.multiplyExact(flap.every().nanos(), i));
                    fail(flap.part(), Notice.CARRIER, event, after);
                    repair(
                            flap.part(),
                            event,
                            after.plus(new SimTime(flap.every().nanos() / 2)));
                }
            }
            case Action.Upgrade upgrade -> upgrade(upgrade, event);
            case Action.StartPods start -> start(start, event);
            case Action.StartJob job -> startJob(job, event);
            case Action.StopPods(DeviceName node, SimTime every) -> {
                SimTime after = SimTime.ZERO;
                for (Endpoint each : on(node, event)) {
                    pods.remove(address(each));
                    put(event, after, new Incident.PodsStop(List.of(each)));
                    after = after.plus(every);
                }
            }
            case Action.StopPod(IpAddress address) ->
                pod(address, event).ifPresent(each -> {
                    pods.remove(address);
                    put(event, SimTime.ZERO, new Incident.PodsStop(List.of(each)));
                });
            case Action.ReplacePods(DeviceName node, SimTime every) -> replace(node, every, event);
            case Action.MovePod(IpAddress address, DeviceName to, Optional<Mac> mac) -> move(address, to, mac, event);
            case Action.OfControllers each ->
                put(event, SimTime.ZERO, controllers.incident(each, () -> noController(event)));
        }
    }

    private void noController(Event event) {
        parts.refused(
                event.origin(), "an event about controllers, of which none takes part", "'controllers: 1' or more");
    }

    private void put(Event event, SimTime after, Incident incident) {
        placed.add(new Placed(new Schedule.Planned(event.at().plus(after), incident), event.origin()));
    }

    private void fail(Part part, Notice notice, Event event, SimTime after) {
        parts.find(part, event.origin()).ifPresent(outage -> {
            new TreeSet<>(outage.devices()).forEach(each -> put(event, after, new Incident.DeviceDown(each, notice)));
            if (!outage.links().isEmpty()) {
                put(event, after, new Incident.CablesDown(outage.links(), notice));
            }
        });
    }

    private void repair(Part part, Event event, SimTime after) {
        parts.find(part, event.origin()).ifPresent(outage -> {
            new TreeSet<>(outage.devices()).forEach(each -> put(event, after, new Incident.DeviceUp(each)));
            if (!outage.links().isEmpty()) {
                put(event, after, new Incident.CablesUp(outage.links()));
            }
        });
    }

    private void device(DeviceName name, Event event, Incident incident) {
        parts.device(name, event.origin()).ifPresent(_ -> put(event, SimTime.ZERO, incident));
    }

    private void upgrade(Action.Upgrade upgrade, Event event) {
        SimTime at = SimTime.ZERO;
        for (DeviceName each : upgrade.devices()) {
            if (parts.device(each, event.origin()).isPresent()) {
                if (plan.config()
                        .findSwitch(each)
                        .flatMap(config -> config.bgp())
                        .isPresent()) {
                    put(event, at, new Incident.Drain(each));
                }
                at = at.plus(upgrade.drained());
                put(event, at, new Incident.DeviceDown(each, Notice.CARRIER));
                at = at.plus(upgrade.down());
                put(event, at, new Incident.DeviceUp(each));
                at = at.plus(upgrade.pause());
            }
        }
    }

    private List<Endpoint> on(DeviceName node, Event event) {
        if (plan.fabric().findNode(node).isEmpty()) {
            parts.device(node, event.origin())
                    .ifPresent(_ -> parts.refused(event.origin(), node + ", which runs no pods", "a node"));
            return List.of();
        }
        return pods.values().stream().filter(each -> each.node().equals(node)).toList();
    }

    private Optional<Endpoint> pod(IpAddress address, Event event) {
        Endpoint pod = pods.get(address);
        return pod != null
                ? Optional.of(pod)
                : parts.refused(event.origin(), "pod " + address + ", which does not run then", "the address of a pod");
    }

    private void start(Action.StartPods start, Event event) {
        on(start.node(), event);
        SimTime after = SimTime.ZERO;
        for (int i = 0; i < start.count(); i++) {
            Endpoint pod = made(start.node(), start.first().plus(i));
            Endpoint holder = pods.get(start.first().plus(i));
            if (holder != null && !start.taken()) {
                parts.refused(
                        event.origin(),
                        "address " + start.first().plus(i) + ", which a pod on " + holder.node() + " has",
                        "a free one, or taken: true for a conflict");
            }
            remember(pod);
            put(event, after, new Incident.PodsStart(List.of(pod)));
            after = after.plus(start.every());
        }
    }

    private void startJob(Action.StartJob job, Event event) {
        int left = job.ranks();
        SimTime after = SimTime.ZERO;
        for (NodeProgram node : plan.config().nodes()) {
            List<Endpoint> started = new ArrayList<>();
            FreeAddresses free = new FreeAddresses(node.blocks(), pods.keySet());
            while (started.size() < Math.min(left, job.perNode())) {
                Optional<IpAddress> address = free.next();
                if (address.isEmpty()) {
                    break;
                }
                started.add(made(node.name(), address.get()));
            }
            if (!started.isEmpty()) {
                started.forEach(this::remember);
                put(event, after, new Incident.PodsStart(started));
                after = after.plus(job.every());
                left -= started.size();
            }
        }
        if (left > 0) {
            parts.refused(
                    event.origin(),
                    "a job of " + job.ranks() + " ranks, " + left + " of which no node has a free address for",
                    "more nodes, larger blocks, or more ranks per-node than " + job.perNode());
        }
    }

    private static Endpoint made(DeviceName node, IpAddress address) {
        return address.isV4()
                ? new Endpoint(Optional.empty(), node, Endpoint.macOf(address), Optional.of(address), Optional.empty())
                : new Endpoint(
                        Optional.empty(),
                        node,
                        new Mac(0x0A58_0000_0000L | address.low() & 0xFFFF_FFFFL),
                        Optional.empty(),
                        Optional.of(address));
    }

    private void replace(DeviceName node, SimTime every, Event event) {
        SimTime after = SimTime.ZERO;
        List<Prefix> blocks =
                plan.config().findNode(node).map(NodeProgram::blocks).orElse(List.of());
        for (Endpoint each : on(node, event)) {
            Optional<IpAddress> free = each.ipv4().flatMap(address -> free(address, blocks));
            if (free.isEmpty()) {
                parts.refused(event.origin(), "no free address for a new pod on " + node, "room in its block");
                return;
            }
            Endpoint fresh = made(node, free.get());
            remember(fresh);
            put(event, after, new Incident.PodsStart(List.of(fresh)));
            pods.remove(address(each));
            put(event, after.plus(every), new Incident.PodsStop(List.of(each)));
            after = after.plus(every);
        }
    }

    private Optional<IpAddress> free(IpAddress from, List<Prefix> blocks) {
        for (Prefix block : blocks) {
            if (block.contains(from)) {
                for (long i = 0; i < block.size(); i++) {
                    IpAddress address = block.address().plus(i);
                    if (!pods.containsKey(address)) {
                        return Optional.of(address);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void move(IpAddress address, DeviceName to, Optional<Mac> mac, Event event) {
        on(to, event);
        pod(address, event).ifPresent(from -> {
            Endpoint moved = new Endpoint(from.name(), to, mac.orElse(from.mac()), from.ipv4(), from.ipv6());
            remember(moved);
            put(event, SimTime.ZERO, new Incident.PodMove(from, moved));
        });
    }

    private void remember(Endpoint pod) {
        pods.put(address(pod), pod);
    }

    private static IpAddress address(Endpoint pod) {
        return pod.ipv4().or(pod::ipv6).orElseThrow();
    }
}
