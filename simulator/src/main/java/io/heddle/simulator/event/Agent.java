package io.heddle.simulator.event;

import io.heddle.controller.core.NodeRecord;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the agent of a node tells controllers, and how far they have acknowledged it. Single-threaded. */
final class Agent {

    static final String INTERFACE = "eth0";

    final DeviceName node;
    private final String network;
    private final Map<String, Endpoint> attached = new LinkedHashMap<>();
    private final List<AgentEvent> events = new ArrayList<>();
    private long number;
    private long acknowledged = NodeRecord.NOTHING;
    private boolean whole = true;

    /** A report is on its way, or waits for somebody who takes it. */
    boolean busy;

    /** When it tries again while nobody answers, and how long it then waits. */
    long nextTry;

    long pause;

    Agent(DeviceName node, String network) {
        this.node = node;
        this.network = network;
    }

    void attach(Endpoint pod) {
        number++;
        attached.put(container(pod), pod);
        events.add(attached(number, pod));
    }

    void detach(Endpoint pod) {
        number++;
        attached.remove(container(pod));
        List<IpAddress> addresses = new ArrayList<>(pod.ipv4().stream().toList());
        addresses.addAll(pod.ipv6().stream().toList());
        events.add(new AgentEvent.PodDetached(number, container(pod), INTERFACE, addresses, 0));
    }

    /** Nothing that was acknowledged counts any more. */
    void tellAll() {
        whole = true;
    }

    boolean hasNews() {
        return whole || acknowledged < number;
    }

    /** How many attachments and detachments wait to be told. */
    int news() {
        return whole ? attached.size() : events.size();
    }

    AgentReport report() {
        if (whole) {
            List<AgentEvent> all = new ArrayList<>();
            attached.values().forEach(each -> all.add(attached(number, each)));
            return new AgentReport(node, true, number, all);
        }
        return new AgentReport(node, false, number, events);
    }

    /** A controller has everything up to a number; less than was told means that it wants all of it. */
    void acknowledge(AgentReport told, long upTo) {
        if (upTo < told.upTo()) {
            whole = true;
            return;
        }
        acknowledged = upTo;
        whole &= !told.whole();
        events.removeIf(each -> each.number() <= upTo);
    }

    private AgentEvent attached(long at, Endpoint pod) {
        return new AgentEvent.PodAttached(at, container(pod), INTERFACE, network, pod, 0);
    }

    private static String container(Endpoint pod) {
        return pod.ipv4().or(pod::ipv6).orElseThrow() + "-" + pod.mac();
    }
}
