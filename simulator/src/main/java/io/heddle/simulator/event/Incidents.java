package io.heddle.simulator.event;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Routing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has incidents happen: what they break or mend at once. Who notices is {@link Detectors}' business. */
final class Incidents {

    private final World world;

    private record Sight(long at, Cause why) {}

    /** How many changes are still to come, by when and why they are seen. */
    private final Map<Sight, Integer> awaited = new HashMap<>();

    Incidents(World world) {
        this.world = world;
    }

    void happen(Incident incident) {
        Cause cause = new Cause(Cause.Kind.INCIDENT, incident.text());
        switch (incident) {
            case Incident.CablesDown down -> {
                down.cables().forEach(world.plant::cut);
                world.note(new Change.PartsDown(new Outage(Set.of(), down.cables())), cause);
                world.detectors.broke(sorted(down.cables()), down.notice() == Notice.SILENT, cause);
            }
            case Incident.CablesUp up -> {
                up.cables().forEach(world.plant::mend);
                world.note(new Change.PartsUp(new Outage(Set.of(), up.cables())), cause);
                world.detectors.mended(sorted(up.cables()), cause);
            }
            case Incident.DeviceDown(DeviceName name, Notice notice) -> {
                world.crashes.stopped(name);
                world.power.down(name, notice, cause);
            }
            case Incident.DeviceUp(DeviceName name) -> {
                world.crashes.started(name);
                world.power.up(name, cause);
            }
            case Incident.SpeakerDown(DeviceName name) -> {
                Device device = world.device(name);
                world.note(new Change.RoutingChanged(name, Routing.STOPPED), cause);
                world.daemons.halt(device, true);
                device.because(cause);
                device.stop();
            }
            case Incident.SpeakerUp(DeviceName name) -> {
                Device device = world.device(name);
                world.note(new Change.RoutingChanged(name, Routing.RUNS), cause);
                device.because(cause);
                world.daemons.boot(device, world.settings.detection().restart());
            }
            case Incident.Drain(DeviceName name) -> drain(world.device(name), true, cause);
            case Incident.Undrain(DeviceName name) -> drain(world.device(name), false, cause);
            case Incident.PodsStart(List<Endpoint> pods) -> {
                pods.stream()
                        .filter(this::isTaken)
                        .forEach(each -> world.environment.spoken().elsewhere(each.mac(), each.node()));
                pods(pods, List.of(), cause);
            }
            case Incident.PodsStop(List<Endpoint> pods) -> pods(List.of(), pods, cause);
            case Incident.PodMove(Endpoint from, Endpoint to) -> {
                if (from.mac().equals(to.mac())) {
                    world.environment.spoken().elsewhere(to.mac(), to.node());
                }
                pods(List.of(to), List.of(from), cause);
            }
            case Incident.ControllersDown(Set<Integer> replicas, Notice notice) -> {
                ControlPlane control = controllers(incident);
                remark(incident, cause);
                replicas.stream()
                        .sorted()
                        .forEach(each -> control.die(control.replicas().get(each), notice != Notice.SILENT));
            }
            case Incident.ControllersUp(Set<Integer> replicas) -> {
                ControlPlane control = controllers(incident);
                remark(incident, cause);
                replicas.stream()
                        .sorted()
                        .forEach(each -> control.start(control.replicas().get(each)));
            }
            case Incident.ControllersCutOff(Set<Integer> replicas, Beyond from) -> {
                ControlPlane control = controllers(incident);
                remark(incident, cause);
                replicas.stream()
                        .sorted()
                        .forEach(each -> control.cutOff(control.replicas().get(each), from));
            }
            case Incident.ControllersJoined(Set<Integer> replicas, Beyond to) -> {
                ControlPlane control = controllers(incident);
                remark(incident, cause);
                replicas.stream()
                        .sorted()
                        .forEach(each -> control.join(control.replicas().get(each), to));
            }
            case Incident.StoreDown _ -> {
                remark(incident, cause);
                controllers(incident).storeDown();
            }
            case Incident.StoreUp _ -> {
                remark(incident, cause);
                controllers(incident).storeUp();
            }
        }
    }

    private ControlPlane controllers(Incident incident) {
        ControlPlane control = world.control;
        if (control == null) {
            throw new IllegalStateException("no controller takes part: " + incident.text());
        }
        return control;
    }

    private void remark(Incident incident, Cause cause) {
        world.note(new Change.Remark("controllers", incident.text()), cause);
    }

    private void drain(Device device, boolean begin, Cause cause) {
        device.because(cause);
        if (device.speaker() == null) {
            return;
        }
        world.note(new Change.RoutingChanged(device.name(), begin ? Routing.DRAINED : Routing.RUNS), cause);
        device.outward().drain(begin, cause.text());
    }

    private static List<Link> sorted(Collection<Link> links) {
        return links.stream().sorted().toList();
    }

    // Pods.

    /** Whether the MAC of a pod that starts is on another node already, on the same network: elsewhere it is another MAC to switches. */
    private boolean isTaken(Endpoint pod) {
        Optional<NetworkName> network = world.config.findNode(pod.node()).flatMap(NodeProgram::podNetwork);
        return network.isPresent()
                && world.plant.endpoints().nodes().stream()
                        .anyMatch(each -> !each.node().equals(pod.node())
                                && each.indexOf(pod.mac()) >= 0
                                && world.config
                                        .findNode(each.node())
                                        .flatMap(NodeProgram::podNetwork)
                                        .equals(network));
    }

    private void pods(List<Endpoint> came, List<Endpoint> went, Cause cause) {
        if (!went.isEmpty()) {
            world.note(new Change.PodsWent(went), cause);
        }
        if (!came.isEmpty()) {
            world.note(new Change.PodsCame(came), cause);
        }
        world.plant.become(Pods.changed(world.plant.endpoints(), came, went));
        boolean moved = !came.isEmpty() && !went.isEmpty();
        long now = world.now();
        Settings.Detection detection = world.settings.detection();
        Cause noticed = new Cause(Cause.Kind.HOST, cause.text());
        seen(now + detection.hosts(), noticed, () -> {
            world.outlook.running = Pods.changed(world.outlook.running, came, went);
            // A host that moved speaks where it is now; one that stopped is only missed after a while.
            world.outlook.heard = Pods.changed(world.outlook.heard, came, moved ? went : List.of());
            if (world.control != null) {
                world.control.pods(came, went);
            }
        });
        if (!moved && !went.isEmpty()) {
            Cause aged = new Cause(Cause.Kind.TIMER, cause.text() + ", and has been silent since");
            seen(
                    now + detection.ageing(),
                    aged,
                    () -> world.outlook.heard = Pods.changed(world.outlook.heard, List.of(), went));
        }
    }

    /** Devices look again once all that is seen at that time for that reason has come: the pods of a job start on all its nodes at once. */
    private void seen(long at, Cause why, Runnable change) {
        Sight sight = new Sight(at, why);
        awaited.merge(sight, 1, Integer::sum);
        world.later(at, () -> {
            change.run();
            if (awaited.merge(sight, -1, Integer::sum) == 0) {
                awaited.remove(sight);
                world.outlook.look(world.devices.values(), why);
            }
        });
    }
}
