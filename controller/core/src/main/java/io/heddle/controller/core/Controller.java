package io.heddle.controller.core;

import io.heddle.controller.core.layout.NodePlace;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the controller decides: a function of state, event and time. It keeps nothing but what it computed from the layout last seen.
 * Single-threaded.
 */
public final class Controller {

    private final Membership membership;
    private final Reports reports;
    private Allocation allocation = new Allocation(State.EMPTY.layout());

    public Controller(Judge judge) {
        membership = new Membership(judge);
        reports = new Reports(judge);
    }

    /**
     * What an event leads to. Only who leads may do the {@link Effect.Persist} of a step; who follows hands only events to it that leave
     * the store alone, which are {@link Event.SwitchUp}, {@link Event.SwitchDown}, {@link Event.TableUseSeen} and {@link Event.Configured}.
     */
    @SuppressWarnings("ReferenceEquality") // a layout is compared by what it is, not entry by entry
    public Step on(State state, Event event) {
        if (allocation.layout() != state.layout()) {
            allocation = new Allocation(state.layout());
        }
        Turn turn = new Turn(state);
        return switch (event) {
            case Event.NodeRegistered(DeviceName node, String identity) -> registered(turn, node, identity);
            case Event.AgentReported(AgentReport report, String identity) -> reported(turn, report, identity);
            case Event.BlockWanted(DeviceName node, IpFamily family) -> wanted(turn, node, family);
            case Event.EndpointAttached(AttachmentKey key, Pod pod) -> attached(turn, key, pod);
            case Event.EndpointDetached(DeviceName node, AttachmentKey key) -> {
                reports.detach(turn, node, key);
                yield turn.done(key.container() + " left " + node);
            }
            case Event.NodeDead(DeviceName node) -> {
                membership.live(turn, node, false);
                yield turn.done(node + " is dead");
            }
            case Event.NodeAlive(DeviceName node) -> {
                membership.live(turn, node, true);
                yield turn.done(node + " is alive");
            }
            case Event.NodeRemoved(DeviceName node) -> {
                membership.remove(turn, node);
                yield turn.done(node + " is removed; its blocks are free");
            }
            case Event.TableUseSeen(TableUse use) -> {
                turn.see(state.with(use.device(), state.seen(use.device()).withUse(use)));
                yield turn.done(use.device() + " holds " + use.held());
            }
            case Event.SwitchUp(DeviceName device) -> {
                turn.see(state.with(device, state.seen(device).withUp()));
                yield turn.done("session with " + device);
            }
            case Event.SwitchDown(DeviceName device, String reason) -> {
                turn.see(state.with(device, state.seen(device).withDown(reason)));
                yield turn.done("no session with " + device + ": " + reason);
            }
            case Event.KubernetesNodeSeen seen -> kubernetesNode(turn, seen);
            case Event.KubernetesNodeGone(DeviceName node) ->
                turn.done("Kubernetes has no node " + node + "; what it had stays until it is removed here");
            case Event.KubernetesPodSeen seen -> kubernetesPod(turn, seen);
            case Event.KubernetesPodGone(String name) -> turn.done("Kubernetes has no pod " + name);
            case Event.Configured configured -> configured(state, configured);
            case Event.Tick _ -> tick(turn);
        };
    }

    /** What a replica does with what another one wrote. */
    public Step follow(State state, List<Change> changes, long revision) {
        State after = state.apply(changes, revision);
        return new Step(
                after,
                Deltas.between(state, after, changes).stream()
                        .<Effect>map(Effect.Announce::new)
                        .toList(),
                "written elsewhere");
    }

    private Step registered(Turn turn, DeviceName node, String identity) {
        if (membership.admit(turn, node, identity)) {
            turn.reply(node, turn.now().nodes().get(node).orElseThrow().record().acknowledged());
        }
        return turn.done(node + " registers");
    }

    private Step reported(Turn turn, AgentReport report, String identity) {
        DeviceName node = report.node();
        if (membership.admit(turn, node, identity)) {
            membership.live(turn, node, true);
            long acknowledged = reports.take(turn, report);
            topUp(turn, node);
            turn.reply(node, acknowledged);
        }
        return turn.done(node + " reports " + report.events().size() + " events up to " + report.upTo());
    }

    /** A node that runs low is given more before a pod has to wait for it. */
    private void topUp(Turn turn, DeviceName name) {
        NodePlace place = turn.layout().nodes().get(name).orElseThrow();
        for (IpFamily family : IpFamily.values()) {
            boolean used = place.planned().stream().anyMatch(each -> each.family() == family);
            if (used && isLow(turn, name, family)) {
                membership.giveMore(turn, allocation, name, family);
            }
        }
    }

    private static boolean isLow(Turn turn, DeviceName name, IpFamily family) {
        return turn.now().nodes().get(name).orElseThrow().free(family)
                < turn.layout().limits().lowAddresses();
    }

    private Step wanted(Turn turn, DeviceName name, IpFamily family) {
        Optional<NodeState> node = turn.now().nodes().get(name);
        if (node.isEmpty() || !turn.layout().nodes().has(name)) {
            turn.refuse(Effect.Refusal.UNKNOWN_NODE, "node " + name + " has not registered");
            return turn.done("a block for nobody known");
        }
        String reason = isLow(turn, name, family)
                ? membership.giveMore(turn, allocation, name, family)
                : name + " has " + node.get().free(family) + " free addresses";
        turn.reply(name, node.get().record().acknowledged());
        return turn.done(reason);
    }

    private Step attached(Turn turn, AttachmentKey key, Pod pod) {
        DeviceName node = pod.endpoint().node();
        if (turn.now().nodes().has(node)) {
            reports.attach(turn, node, Map.of(key, pod));
        } else {
            turn.refuse(Effect.Refusal.UNKNOWN_NODE, "node " + node + " has not registered");
        }
        return turn.done(key.container() + " on " + node);
    }

    private Step kubernetesNode(Turn turn, Event.KubernetesNodeSeen seen) {
        for (NodeState node : turn.now().nodes().get(seen.node()).stream().toList()) {
            for (Prefix each : seen.podCidrs()) {
                if (node.record().grants().stream()
                        .noneMatch(grant -> grant.prefix().overlaps(each))) {
                    turn.warn(
                            seen.node().value(),
                            "Kubernetes gives it " + each + ", granted here are "
                                    + node.record().grants().stream()
                                            .map(Grant::prefix)
                                            .toList());
                }
            }
        }
        return turn.done("Kubernetes has node " + seen.node());
    }

    private Step kubernetesPod(Turn turn, Event.KubernetesPodSeen seen) {
        seen.addresses().forEach(each -> turn.now()
                .ownerOf(each)
                .filter(owner -> !owner.equals(seen.node()))
                .ifPresent(owner -> turn.warn(
                        seen.name(),
                        "Kubernetes has it on " + seen.node() + " with " + each + ", which is granted to " + owner)));
        return turn.done("Kubernetes has pod " + seen.name());
    }

    private Step configured(State state, Event.Configured configured) {
        State after = state.with(configured.layout());
        allocation = new Allocation(after.layout());
        return new Step(
                after,
                Deltas.between(state, after).stream()
                        .<Effect>map(Effect.Announce::new)
                        .toList(),
                "configured: " + after.layout().nodes().size() + " nodes, "
                        + after.layout().switches().size() + " switches");
    }

    private Step tick(Turn turn) {
        String fingerprint = turn.layout().fingerprint();
        if (!fingerprint.equals(turn.now().savedFingerprint())) {
            turn.change(new Change.LayoutSaved(fingerprint));
        }
        int taken = reports.retry(turn);
        return turn.done(taken == 0 ? "time passes" : taken + " refused pods fit now");
    }
}
