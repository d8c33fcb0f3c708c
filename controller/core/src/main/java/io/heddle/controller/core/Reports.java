package io.heddle.controller.core;

import io.heddle.controller.core.Effect.Refusal;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents tell becomes pods, as far as their nodes may have them. */
final class Reports {

    private final Judge judge;

    Reports(Judge judge) {
        this.judge = judge;
    }

    /** Takes a report of an admitted node in; the number that is then acknowledged. */
    long take(Turn turn, AgentReport report) {
        DeviceName name = report.node();
        long known = turn.now().nodes().get(name).orElseThrow().record().acknowledged();
        if (!report.whole() && (known == NodeRecord.NOTHING || report.upTo() < known)) {
            // Nothing to add to, or told before: the agent answers less than it told with a whole report.
            return known;
        }
        Map<AttachmentKey, Pod> attached = new LinkedHashMap<>();
        Map<AttachmentKey, Boolean> detached = new LinkedHashMap<>();
        for (AgentEvent event : report.events()) {
            AttachmentKey key = new AttachmentKey(event.container(), event.interfaceName());
            if (!report.whole() && event.number() <= known) {
                continue;
            }
            switch (event) {
                case AgentEvent.PodAttached each -> {
                    attached.put(key, Pod.of(each.endpoint(), each.network(), each.sinceMillis()));
                    detached.remove(key);
                }
                case AgentEvent.PodDetached _ -> {
                    attached.remove(key);
                    detached.put(key, true);
                }
            }
        }
        if (report.whole()) {
            turn.now().nodes().get(name).orElseThrow().pods().keys().stream()
                    .filter(each -> !attached.containsKey(each))
                    .forEach(each -> detached.put(each, true));
        }
        detached.keySet().forEach(each -> detach(turn, name, each));
        attach(turn, name, attached);
        turn.save(turn.now().nodes().get(name).orElseThrow().record().withAcknowledged(report.upTo()));
        return report.upTo();
    }

    void detach(Turn turn, DeviceName name, AttachmentKey key) {
        if (turn.now().nodes().get(name).filter(each -> each.pods().has(key)).isPresent()) {
            turn.change(new Change.PodForgotten(name, key));
        }
    }

    void attach(Turn turn, DeviceName name, Map<AttachmentKey, Pod> attached) {
        Map<AttachmentKey, Pod> fresh = new LinkedHashMap<>();
        attached.forEach((key, pod) -> {
            NodeState node = turn.now().nodes().get(name).orElseThrow();
            if (node.pods()
                            .get(key)
                            .filter(each -> each.withRefusal("").equals(pod))
                            .isEmpty()
                    && isTheirs(turn, node, key, pod)) {
                fresh.put(key, pod);
            }
        });
        if (!fresh.isEmpty()) {
            String refusal = refusal(turn, name, List.copyOf(fresh.values()));
            fresh.forEach((key, pod) -> turn.change(new Change.PodSaved(name, key, pod.withRefusal(refusal))));
        }
    }

    private static boolean isTheirs(Turn turn, NodeState node, AttachmentKey key, Pod pod) {
        for (IpAddress each : pod.addresses()) {
            if (!pod.endpoint().node().equals(node.name()) || !node.mayHave(each)) {
                String owner = turn.now().ownerOf(each).map(DeviceName::value).orElse("nobody");
                turn.refuse(
                        Refusal.NOT_YOURS,
                        "address " + each + " of " + key.container() + " on " + node.name() + " is granted to "
                                + owner);
                return false;
            }
            Optional<AttachmentKey> other = node.addresses().get(each).filter(found -> !found.equals(key));
            if (other.isPresent()) {
                turn.refuse(
                        Refusal.NOT_YOURS,
                        "address " + each + " on " + node.name() + " is reported for " + key.container() + " and for "
                                + other.get().container());
                return false;
            }
        }
        return true;
    }

    /** Empty if the fabric can hold them. */
    private String refusal(Turn turn, DeviceName name, List<Pod> pods) {
        return switch (judge.judge(turn.now(), new Demand.Pods(name, pods))) {
            case Judgement.Fits(List<String> warnings) -> {
                warnings.forEach(each -> turn.warn(name.value(), each));
                yield "";
            }
            case Judgement.Full(String full) -> {
                Optional<String> held = aggregate(turn, name, pods, full);
                held.ifPresent(
                        reason -> turn.refuse(Refusal.TABLES_FULL, pods.size() + " pods on " + name + ": " + reason));
                yield held.orElse("");
            }
        };
    }

    /**
     * Announces the node's blocks in place of its pods, if the owner allows it and no pod is lost by it.
     *
     * @return why not: that the tables are full, and what aggregation would do
     */
    private Optional<String> aggregate(Turn turn, DeviceName name, List<Pod> pods, String full) {
        NodeRecord node = turn.now().nodes().get(name).orElseThrow().record();
        if (!turn.layout().limits().aggregate() || node.aggregated()) {
            return Optional.of(full);
        }
        return switch (judge.judge(turn.now(), new Demand.Aggregate(name, pods))) {
            case Judgement.Full(String reason) -> Optional.of(full + "; " + reason);
            case Judgement.Fits _ -> {
                turn.save(node.withAggregated(true));
                turn.warn(name.value(), "its blocks are announced in place of its pods: " + full);
                yield Optional.empty();
            }
        };
    }

    /** Pods that were refused and now fit. */
    int retry(Turn turn) {
        int taken = 0;
        for (NodeState node : turn.now().nodes().values()) {
            for (Map.Entry<AttachmentKey, Pod> each : node.refused()) {
                Pod pod = each.getValue().withRefusal("");
                List<Pod> one = new ArrayList<>(List.of(pod));
                if (judge.judge(turn.now(), new Demand.Pods(node.name(), one)) instanceof Judgement.Full) {
                    break;
                }
                turn.change(new Change.PodSaved(node.name(), each.getKey(), pod));
                taken++;
            }
        }
        return taken;
    }
}
