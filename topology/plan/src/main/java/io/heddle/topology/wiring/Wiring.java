package io.heddle.topology.wiring;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fabric by device number: switches first, then nodes, then external routers, each in the fabric's order. The cables of a device are
 * in the order of its port numbers, whatever the order in which they were written.
 */
public final class Wiring {

    private final Fabric fabric;
    private final int switchCount;
    private final int nodeCount;
    private final Map<DeviceName, Integer> numbers;
    private final List<List<Cable>> cables;

    private Wiring(Fabric fabric, Map<DeviceName, Integer> numbers, List<List<Cable>> cables) {
        this.fabric = fabric;
        switchCount = fabric.switches().size();
        nodeCount = fabric.nodes().size();
        this.numbers = numbers;
        this.cables = cables;
    }

    public static Wiring of(Fabric fabric) {
        int size = fabric.switches().size()
                + fabric.nodes().size()
                + fabric.exits().size();
        Map<DeviceName, Integer> numbers = HashMap.newHashMap(size);
        fabric.switches().forEach(each -> numbers.put(each.name(), numbers.size()));
        fabric.nodes().forEach(each -> numbers.put(each.name(), numbers.size()));
        fabric.exits().forEach(each -> numbers.put(each.router(), numbers.size()));
        List<List<Cable>> cables = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            cables.add(new ArrayList<>(4));
        }
        for (Link link : fabric.links()) {
            Integer a = numbers.get(link.a().device());
            Integer b = numbers.get(link.b().device());
            // A cable to an unknown device is told by the structural checks; it leads nowhere here.
            if (a != null && b != null) {
                cables.get(a).add(new Cable(link.a().port(), b, link.b().port()));
                cables.get(b).add(new Cable(link.b().port(), a, link.a().port()));
            }
        }
        Wiring wiring = new Wiring(fabric, numbers, cables);
        for (int i = 0; i < size; i++) {
            wiring.sort(i);
        }
        return wiring;
    }

    private void sort(int device) {
        List<Cable> ofDevice = cables.get(device);
        Map<PortName, Integer> order = new HashMap<>();
        boolean inOrder = true;
        int before = 0;
        for (Cable each : ofDevice) {
            int number =
                    isNode(device) ? numberOnNode(device, each.port()) : numberOnSwitch(device, each.port(), order);
            inOrder &= number > before;
            before = number;
        }
        if (!inOrder) {
            ofDevice.sort(Comparator.<Cable>comparingInt(each -> isNode(device)
                            ? numberOnNode(device, each.port())
                            : numberOnSwitch(device, each.port(), order))
                    .thenComparing(Cable::port));
        }
    }

    /** A node has so few ports that looking through them is fastest. */
    private int numberOnNode(int node, PortName port) {
        for (Card card : nodeAt(node).cards()) {
            for (Port each : card.ports()) {
                if (each.name().equals(port)) {
                    return each.number();
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    private int numberOnSwitch(int device, PortName port, Map<PortName, Integer> order) {
        if (order.isEmpty()) {
            List<Port> ports =
                    isSwitch(device) ? switchAt(device).ports() : exitAt(device).ports();
            ports.forEach(each -> order.put(each.name(), each.number()));
        }
        return order.getOrDefault(port, Integer.MAX_VALUE);
    }

    /** The same cables in a fabric that differs in networks and bonds alone. */
    public Wiring within(Fabric other) {
        return new Wiring(other, numbers, cables);
    }

    public Fabric fabric() {
        return fabric;
    }

    public int switchCount() {
        return switchCount;
    }

    public int nodeCount() {
        return nodeCount;
    }

    /** Switches, nodes and external routers. */
    public int size() {
        return cables.size();
    }

    /** The number of a device of this fabric. */
    public int number(DeviceName name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no device " + name + " in fabric " + fabric.name());
        }
        return number;
    }

    public boolean isSwitch(int device) {
        return device < switchCount;
    }

    public boolean isNode(int device) {
        return device >= switchCount && device < switchCount + nodeCount;
    }

    public Switch switchAt(int device) {
        return fabric.switches().get(device);
    }

    public Node nodeAt(int device) {
        return fabric.nodes().get(device - switchCount);
    }

    public ExternalExit exitAt(int device) {
        return fabric.exits().get(device - switchCount - nodeCount);
    }

    public DeviceName name(int device) {
        if (isSwitch(device)) {
            return switchAt(device).name();
        }
        return isNode(device) ? nodeAt(device).name() : exitAt(device).router();
    }

    /** The cables of a device by port number. */
    public List<Cable> cables(int device) {
        return cables.get(device);
    }
}
