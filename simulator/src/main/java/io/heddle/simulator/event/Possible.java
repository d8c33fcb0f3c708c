package io.heddle.simulator.event;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Schedule;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Refuses incidents that cannot happen, before anything is simulated. */
final class Possible {

    private final Fabric fabric;
    private final NetworkConfig config;
    private final Set<Link> links;
    private final Set<Link> cut;
    private final Set<DeviceName> dead;
    private final Set<DeviceName> silentSpeakers = new HashSet<>();
    private final Set<DeviceName> drained = new HashSet<>();
    private final Set<Endpoint> pods = new HashSet<>();
    private final Set<Integer> deadControllers = new HashSet<>();
    private final Map<Beyond, Set<Integer>> cutOff = new EnumMap<>(Beyond.class);
    private boolean storeless;
    private final int controllers;
    private int position;

    private Possible(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage initial, int controllers) {
        this.controllers = controllers;
        this.fabric = fabric;
        this.config = config;
        links = new HashSet<>(fabric.links());
        cut = new HashSet<>(initial.links());
        dead = new HashSet<>(initial.devices());
        for (NodeEndpoints each : endpoints.nodes()) {
            for (int i = 0; i < each.size(); i++) {
                pods.add(each.get(i));
            }
        }
    }

    static void check(
            Fabric fabric,
            NetworkConfig config,
            Endpoints endpoints,
            Outage initial,
            Schedule schedule,
            Settings settings) {
        int controllers = settings.controllers().map(Controllers::replicas).orElse(0);
        Possible possible = new Possible(fabric, config, endpoints, initial, controllers);
        for (Schedule.Planned each : schedule.incidents()) {
            possible.check(each);
            possible.position++;
        }
    }

    private void check(Schedule.Planned planned) {
        switch (planned.incident()) {
            case Incident.CablesDown down ->
                down.cables().forEach(each -> {
                    demand(links.contains(each), planned, "there is no cable " + each);
                    demand(cut.add(each), planned, each + " is broken already");
                });
            case Incident.CablesUp up ->
                up.cables().forEach(each -> {
                    demand(links.contains(each), planned, "there is no cable " + each);
                    demand(cut.remove(each), planned, each + " is whole");
                });
            case Incident.DeviceDown down -> {
                known(down.device(), planned);
                demand(dead.add(down.device()), planned, down.device() + " is dead already");
            }
            case Incident.DeviceUp up -> {
                known(up.device(), planned);
                demand(dead.remove(up.device()), planned, up.device() + " lives");
                silentSpeakers.remove(up.device());
                drained.remove(up.device());
            }
            case Incident.SpeakerDown down -> {
                speaks(down.device(), planned);
                demand(silentSpeakers.add(down.device()), planned, "the BGP process of " + down.device() + " is dead");
            }
            case Incident.SpeakerUp up -> {
                speaks(up.device(), planned);
                demand(silentSpeakers.remove(up.device()), planned, "the BGP process of " + up.device() + " runs");
            }
            case Incident.Drain drain -> {
                speaks(drain.device(), planned);
                demand(drained.add(drain.device()), planned, drain.device() + " is drained already");
            }
            case Incident.Undrain undrain -> {
                speaks(undrain.device(), planned);
                demand(drained.remove(undrain.device()), planned, undrain.device() + " is not drained");
            }
            case Incident.ControllersDown down ->
                down.replicas().forEach(each -> {
                    demand(each < controllers, planned, noController(each));
                    demand(deadControllers.add(each), planned, "controller " + each + " is dead already");
                });
            case Incident.ControllersUp up ->
                up.replicas().forEach(each -> {
                    demand(each < controllers, planned, noController(each));
                    demand(deadControllers.remove(each), planned, "controller " + each + " runs");
                });
            case Incident.ControllersCutOff cut ->
                cut.replicas().forEach(each -> {
                    demand(each < controllers, planned, noController(each));
                    demand(
                            cutOff(cut.from()).add(each),
                            planned,
                            "controller " + each + " is cut off from the " + cut.from() + " already");
                });
            case Incident.ControllersJoined joined ->
                joined.replicas().forEach(each -> {
                    demand(each < controllers, planned, noController(each));
                    demand(
                            cutOff(joined.to()).remove(each),
                            planned,
                            "controller " + each + " is not cut off from the " + joined.to());
                });
            case Incident.StoreDown _ -> {
                demand(controllers > 0, planned, noController(0));
                demand(!storeless, planned, "the store has no majority already");
                storeless = true;
            }
            case Incident.StoreUp _ -> {
                demand(storeless, planned, "the store has its majority");
                storeless = false;
            }
            case Incident.PodsStart start -> start.pods().forEach(each -> starts(each, planned));
            case Incident.PodsStop stop -> stop.pods().forEach(each -> stops(each, planned));
            case Incident.PodMove move -> {
                stops(move.from(), planned);
                starts(move.to(), planned);
            }
        }
    }

    private Set<Integer> cutOff(Beyond from) {
        return cutOff.computeIfAbsent(from, _ -> new HashSet<>());
    }

    private String noController(int number) {
        return controllers == 0
                ? "no controller takes part in this simulation"
                : "there is no controller " + number + ", they are 0 to " + (controllers - 1);
    }

    private void starts(Endpoint pod, Schedule.Planned planned) {
        demand(fabric.findNode(pod.node()).isPresent(), planned, "there is no node " + pod.node());
        demand(pods.add(pod), planned, "that pod runs already");
    }

    private void stops(Endpoint pod, Schedule.Planned planned) {
        demand(pods.remove(pod), planned, "no such pod runs on " + pod.node());
    }

    private void known(DeviceName device, Schedule.Planned planned) {
        boolean external =
                fabric.exits().stream().anyMatch(each -> each.router().equals(device));
        demand(
                external
                        || fabric.findSwitch(device).isPresent()
                        || fabric.findNode(device).isPresent(),
                planned,
                "there is no device " + device);
    }

    private void speaks(DeviceName device, Schedule.Planned planned) {
        known(device, planned);
        boolean bgp = config.findSwitch(device).flatMap(each -> each.bgp()).isPresent()
                || config.findNode(device).flatMap(each -> each.bgp()).isPresent()
                || config.externalRouters().stream()
                        .anyMatch(each -> each.name().equals(device));
        demand(bgp, planned, device + " speaks no BGP");
        demand(!dead.contains(device), planned, device + " is dead");
    }

    private void demand(boolean holds, Schedule.Planned planned, String otherwise) {
        if (!holds) {
            throw new ImpossibleIncident(position, "cannot happen: " + planned + ": " + otherwise);
        }
    }
}
