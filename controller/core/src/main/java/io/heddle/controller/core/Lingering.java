package io.heddle.controller.core;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pods that switches were told of ahead of a write which then failed. They run, and their agents report them again; until then switches go on
 * being told of them, for {@link #GRACE_NANOS} from when the store could be read again. A pod is taken back at once where its agent says
 * that it is gone, where its node has reported again without it, and where its address is another's. Single-threaded.
 */
public final class Lingering {

    /**
     * An agent waits 4 s at most between two reports that nobody takes, 10 s for a controller that does not answer, and a new leader is there
     * within 5 s.
     */
    public static final long GRACE_NANOS = 20_000_000_000L;

    /**
     * A pod that was told.
     *
     * @param number in its node's journal, up to which the report that failed told
     * @param until when it is taken back; null while the store has not been read again
     */
    private record Told(Pod pod, long number, @Nullable Long until) {}

    private final Map<DeviceName, Map<AttachmentKey, Told>> nodes = new TreeMap<>();

    /** Whether there is any. */
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** The store did not take these steps, of which was told what may be told early. */
    public void failed(State before, List<Step> told) {
        for (Step step : Early.within(before, told)) {
            List<Change> changes = step.effect(Effect.Persist.class)
                    .map(Effect.Persist::changes)
                    .orElse(List.of());
            for (Change change : changes) {
                // Only agents tell again what was not kept.
                if (change instanceof Change.NodeSaved(NodeRecord node)) {
                    taken(changes, node);
                }
            }
        }
    }

    private void taken(List<Change> changes, NodeRecord node) {
        Map<AttachmentKey, Told> pods = nodes.computeIfAbsent(node.name(), _ -> new TreeMap<>());
        for (Change change : changes) {
            if (change instanceof Change.PodSaved(DeviceName _, AttachmentKey key, Pod pod)) {
                pods.put(key, new Told(pod, node.acknowledged(), null));
            } else if (change instanceof Change.PodForgotten(DeviceName _, AttachmentKey key)) {
                pods.remove(key);
            }
        }
        forget();
    }

    /** The store was read again: the time begins for those that failed before. */
    public void begin(State kept, long now) {
        nodes.values()
                .forEach(pods -> pods.replaceAll(
                        (_, each) -> each.until == null ? new Told(each.pod, each.number, now + GRACE_NANOS) : each));
        settle(kept);
    }

    /** Takes back whom an agent says to be gone, whether its report can be kept or not. */
    public void heard(State known, AgentReport report, String identity) {
        Map<AttachmentKey, Told> pods = nodes.get(report.node());
        if (pods == null || !speaks(known, report.node(), identity)) {
            return;
        }
        Set<AttachmentKey> here = new HashSet<>(report.whole() ? Set.of() : pods.keySet());
        for (AgentEvent event : report.events()) {
            AttachmentKey key = new AttachmentKey(event.container(), event.interfaceName());
            switch (event) {
                case AgentEvent.PodAttached _ -> here.add(key);
                case AgentEvent.PodDetached _ -> here.remove(key);
            }
        }
        pods.keySet().retainAll(here);
        forget();
    }

    private static boolean speaks(State known, DeviceName node, String identity) {
        return known.nodes()
                .get(node)
                .map(each -> each.record().identity())
                .filter(each -> each.isEmpty() || each.equals(identity))
                .isPresent();
    }

    /** Takes back those whose time is over. */
    public void expire(long now) {
        nodes.values().forEach(pods -> pods.values().removeIf(each -> each.until != null && now - each.until >= 0));
        forget();
    }

    /** Lets go of those that the store says more of: their nodes have reported since, or their addresses are others'. */
    public void settle(State kept) {
        nodes.forEach((name, pods) -> {
            Optional<NodeState> node = kept.nodes().get(name);
            pods.entrySet()
                    .removeIf(each -> node.isEmpty()
                            || node.get().record().acknowledged() >= each.getValue().number
                            || each.getValue().pod.addresses().stream()
                                    .anyMatch(address -> !isFree(node.get(), address)));
        });
        forget();
    }

    private static boolean isFree(NodeState node, IpAddress address) {
        return node.mayHave(address) && node.addresses().get(address).isEmpty();
    }

    private void forget() {
        nodes.values().removeIf(Map::isEmpty);
    }

    /** What one switch is to be told of what is kept, of what lingers where nothing is kept, and of what is told early, which is newest. */
    public static Wanted wanted(Wanted kept, long revision, List<Announcement> lingers, List<Difference> early) {
        List<Announcement> more = new ArrayList<>();
        for (Announcement each : lingers) {
            if (!kept.routes().containsKey(each.key())) {
                more.add(each);
            }
        }
        for (Difference each : early) {
            if (each.device().equals(kept.device())) {
                more.addAll(each.announce());
            }
        }
        return more.isEmpty()
                ? kept
                : new Difference(kept.device(), kept.revision(), revision, more, List.of()).appliedTo(kept);
    }

    /** What switches are to be told besides what the store has. */
    public Map<DeviceName, List<Announcement>> routes(State kept) {
        Map<DeviceName, List<Announcement>> all = new TreeMap<>();
        nodes.forEach((name, pods) -> kept.nodes().get(name).ifPresent(node -> pods.values()
                .forEach(each -> Origins.ofPod(
                        kept.layout(), node.record(), each.pod, (device, announcement) -> all.computeIfAbsent(
                                        device, _ -> new ArrayList<>())
                                .add(announcement)))));
        return all;
    }
}
