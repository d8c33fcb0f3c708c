package io.heddle.controller.daemon.agents;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.State;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.reconcile.Silence;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.model.fabric.DeviceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for agents that are silent, and at their nodes. {@link #heard} on any thread, {@link #look} on one. */
public final class AgentWatch {

    private final Silence<DeviceName> silence;
    private final long most;
    private final NodeProbe probe;
    private final EventLog log;
    private final Map<DeviceName, Long> asked = new HashMap<>();
    private boolean listening;

    /** @param most how long, in milliseconds, an agent may be silent before its node is asked */
    public AgentWatch(long most, NodeProbe probe, EventLog log, long now) {
        this.most = most;
        this.probe = probe;
        this.log = log;
        silence = new Silence<>(most, now);
    }

    /** An event was stepped here. */
    public synchronized void heard(Event event, long now) {
        switch (event) {
            case Event.AgentReported(var report, String _) -> silence.heard(report.node(), now);
            case Event.NodeRegistered(DeviceName node, String _) -> silence.heard(node, now);
            case Event.NodeAlive(DeviceName node) -> silence.heard(node, now);
            case Event.BlockWanted _,
                    Event.EndpointAttached _,
                    Event.EndpointDetached _,
                    Event.NodeDead _,
                    Event.NodeRemoved _,
                    Event.TableUseSeen _,
                    Event.SwitchUp _,
                    Event.SwitchDown _,
                    Event.KubernetesNodeSeen _,
                    Event.KubernetesNodeGone _,
                    Event.KubernetesPodSeen _,
                    Event.KubernetesPodGone _,
                    Event.Configured _,
                    Event.Tick _ -> {
                // None of them is an agent.
            }
        }
    }

    /**
     * Looks once.
     *
     * @param listens whether agents report here now: they do to who leads
     * @return the nodes that are dead
     */
    public List<DeviceName> look(State state, boolean listens, long now) {
        return suspects(state, listens, now).stream()
                .filter(each -> isDead(state, each, now))
                .toList();
    }

    private synchronized List<DeviceName> suspects(State state, boolean listens, long now) {
        if (listens && !listening) {
            silence.begin(now);
        }
        listening = listens;
        if (!listens) {
            return List.of();
        }
        List<DeviceName> alive = state.nodes().values().stream()
                .filter(each -> each.record().alive())
                .map(NodeState::name)
                .toList();
        List<DeviceName> silent = silence.silent(now, alive);
        asked.keySet().retainAll(silent);
        return silent.stream()
                .filter(each -> now - asked.getOrDefault(each, now - most) >= most)
                .toList();
    }

    private boolean isDead(State state, DeviceName name, long now) {
        Optional<NodePlace> place = state.layout().nodes().get(name);
        if (place.isEmpty()) {
            return false;
        }
        boolean first = asked.put(name, now) == null;
        NodeProbe.Answer answer = probe.ask(place.get());
        if (first || answer == NodeProbe.Answer.SILENT) {
            log.write(
                    LogEvent.AGENT_SILENT,
                    "node",
                    name,
                    "seconds",
                    seconds(name, now),
                    "found",
                    switch (answer) {
                        case LIVES -> "the node answers its leaf; its pods stay";
                        case UNKNOWN -> "no leaf could ask the node; its pods stay";
                        case SILENT -> "the node does not answer its leafs; its routes go";
                    });
        }
        return answer == NodeProbe.Answer.SILENT;
    }

    private synchronized long seconds(DeviceName name, long now) {
        return silence.of(name, now) / 1_000;
    }
}
