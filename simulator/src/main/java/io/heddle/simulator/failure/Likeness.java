package io.heddle.simulator.failure;

import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which devices look alike: the coarsest partition in which devices of one class have the same role, model and pods, and as many cables of each
 * speed to every class (colour refinement). Symmetric devices always share a class; devices that share one are nearly always
 * symmetric, and always so in generated fabrics. Time O((devices + cables) · rounds), rounds at most the diameter.
 */
public final class Likeness {

    private record Cable(int device, String speed) {}

    private final Map<DeviceName, Integer> numbers = new HashMap<>();
    private final List<List<Cable>> cables = new ArrayList<>();
    private final int[] classes;

    private Likeness(Fabric fabric, Endpoints endpoints) {
        List<Object> looks = new ArrayList<>();
        PortIndex ports = PortIndex.of(fabric);
        for (Switch each : fabric.switches()) {
            add(each.name(), List.of(each.role(), each.profile()), looks);
        }
        for (Node each : fabric.nodes()) {
            int pods = endpoints.on(each.name()).map(NodeEndpoints::size).orElse(0);
            add(
                    each.name(),
                    List.of(
                            each.kind(),
                            each.attachment(),
                            each.cards().size(),
                            each.bonds().size(),
                            pods),
                    looks);
        }
        for (ExternalExit each : fabric.exits()) {
            add(each.router(), List.of("exit", each.prefixes()), looks);
        }
        for (Link each : fabric.links()) {
            String speed = ports.speed(each).toString();
            int a = number(each.a().device());
            int b = number(each.b().device());
            cables.get(a).add(new Cable(b, speed));
            cables.get(b).add(new Cable(a, speed));
        }
        classes = refine(looks);
    }

    public static Likeness of(Fabric fabric, Endpoints endpoints) {
        return new Likeness(fabric, endpoints);
    }

    private void add(DeviceName device, Object look, List<Object> looks) {
        numbers.put(device, looks.size());
        looks.add(look);
        cables.add(new ArrayList<>());
    }

    private int number(DeviceName device) {
        Integer number = numbers.get(device);
        if (number == null) {
            throw new IllegalArgumentException("cable to unknown device " + device);
        }
        return number;
    }

    private int[] refine(List<Object> looks) {
        int[] colours = numbered(looks);
        int before = 0;
        for (int count = distinct(colours); count > before; count = distinct(colours)) {
            before = count;
            List<Object> finer = new ArrayList<>(colours.length);
            for (int device = 0; device < colours.length; device++) {
                List<String> around = new ArrayList<>();
                for (Cable each : cables.get(device)) {
                    around.add(colours[each.device] + "@" + each.speed);
                }
                around.sort(null);
                finer.add(List.of(colours[device], around));
            }
            colours = numbered(finer);
        }
        return colours;
    }

    /** Numbers by first appearance. */
    private static int[] numbered(List<Object> looks) {
        Map<Object, Integer> seen = new HashMap<>();
        int[] colours = new int[looks.size()];
        for (int i = 0; i < colours.length; i++) {
            colours[i] = seen.computeIfAbsent(looks.get(i), _ -> seen.size());
        }
        return colours;
    }

    private static int distinct(int[] colours) {
        int most = 0;
        for (int each : colours) {
            most = Math.max(most, each + 1);
        }
        return most;
    }

    /** The class of a device, a small number. */
    public int classOf(DeviceName device) {
        return classes[number(device)];
    }

    /** How an outage looks: equal for outages that take alike things from alike devices. */
    public Object look(Outage outage) {
        List<Integer> devices = new ArrayList<>();
        outage.devices().forEach(device -> devices.add(classOf(device)));
        devices.sort(null);
        List<String> cut = new ArrayList<>();
        for (Link link : outage.links()) {
            int a = classOf(link.a().device());
            int b = classOf(link.b().device());
            cut.add(Math.min(a, b) + "-" + Math.max(a, b));
        }
        cut.sort(null);
        return List.of(devices, cut);
    }

    /** One of each kind of failure, the first: failures are of one kind if they take alike things from alike devices. */
    public List<SingleFailure> representatives(List<SingleFailure> failures) {
        Map<Object, SingleFailure> first = new HashMap<>();
        List<SingleFailure> kept = new ArrayList<>();
        for (SingleFailure each : failures) {
            if (first.putIfAbsent(List.of(each.kind(), look(each.outage())), each) == null) {
                kept.add(each);
            }
        }
        return kept;
    }
}
