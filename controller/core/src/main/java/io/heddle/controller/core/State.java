package io.heddle.controller.core;

import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.tree.SortedTree;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;

/**
 * All the controller knows. Immutable; a step shares all but what it changed.
 *
 * @param revision of the store: {@code nodes}, {@code owners} and {@code savedFingerprint} follow from the store at this revision alone
 * @param nodes that were ever seen and not removed
 * @param owners which node a granted block or address is for; no two overlap
 * @param savedFingerprint of the files that the store was last written under
 * @param layout what this replica was configured by
 * @param switches what this replica sees of them
 */
public record State(
        long revision,
        SortedTree<DeviceName, NodeState> nodes,
        SortedTree<Prefix, DeviceName> owners,
        String savedFingerprint,
        Layout layout,
        SortedTree<DeviceName, SwitchState> switches) {

    public static final State EMPTY =
            new State(0, SortedTree.empty(), SortedTree.empty(), "", Layout.NONE, SortedTree.empty());

    /** This state after the store wrote {@code changes}. Replicas and a restart come to the same by it as the one who wrote. */
    public State apply(List<Change> changes, long at) {
        SortedTree<DeviceName, NodeState> all = nodes;
        SortedTree<Prefix, DeviceName> granted = owners;
        String fingerprint = savedFingerprint;
        for (Change change : changes) {
            switch (change) {
                case Change.NodeSaved(NodeRecord node) -> {
                    Optional<NodeState> before = all.get(node.name());
                    if (before.isEmpty() || !before.get().record().grants().equals(node.grants())) {
                        granted = regranted(granted, before.map(NodeState::record), node);
                    }
                    all = all.with(
                            node.name(), before.map(each -> each.with(node)).orElseGet(() -> NodeState.of(node)));
                }
                case Change.NodeForgotten(DeviceName node) -> {
                    for (NodeState gone : all.get(node).stream().toList()) {
                        for (Grant each : gone.record().grants()) {
                            granted = granted.without(each.prefix());
                        }
                    }
                    all = all.without(node);
                }
                case Change.PodSaved(DeviceName node, AttachmentKey key, Pod pod) ->
                    all = all.with(node, known(all, node).with(key, pod));
                case Change.PodForgotten(DeviceName node, AttachmentKey key) ->
                    all = all.with(node, known(all, node).without(key));
                case Change.LayoutSaved(String saved) -> fingerprint = saved;
            }
        }
        return new State(at, all, granted, fingerprint, layout, switches);
    }

    private static NodeState known(SortedTree<DeviceName, NodeState> all, DeviceName node) {
        return all.get(node).orElseThrow(() -> new IllegalArgumentException("pod on " + node + ", which is not kept"));
    }

    private static SortedTree<Prefix, DeviceName> regranted(
            SortedTree<Prefix, DeviceName> owners, Optional<NodeRecord> before, NodeRecord now) {
        SortedTree<Prefix, DeviceName> next = owners;
        for (NodeRecord old : before.stream().toList()) {
            for (Grant each : old.grants()) {
                next = next.without(each.prefix());
            }
        }
        for (Grant each : now.grants()) {
            next = next.with(each.prefix(), now.name());
        }
        return next;
    }

    /** What a store holds, with what this replica sees itself. */
    public State over(State kept) {
        return new State(kept.revision, kept.nodes, kept.owners, kept.savedFingerprint, layout, switches);
    }

    /**
     * Every agent is to tell everything once: for a writer that starts, whose store may be older than what agents were told is kept (a backup
     * was restored). Not a change: replicas that follow keep the numbers.
     */
    public State askingWhole() {
        SortedTree<DeviceName, NodeState> asked = nodes;
        for (NodeState each : nodes.values()) {
            asked = asked.with(each.name(), each.with(each.record().withAcknowledged(NodeRecord.NOTHING)));
        }
        return new State(revision, asked, owners, savedFingerprint, layout, switches);
    }

    State at(long next) {
        return new State(next, nodes, owners, savedFingerprint, layout, switches);
    }

    State with(Layout next) {
        return new State(revision, nodes, owners, savedFingerprint, next, switches);
    }

    State with(DeviceName device, SwitchState next) {
        return new State(revision, nodes, owners, savedFingerprint, layout, switches.with(device, next));
    }

    /** The node that an address is granted to. */
    public Optional<DeviceName> ownerOf(IpAddress address) {
        return owners.floor(Prefix.host(address))
                .filter(each -> each.getKey().contains(address))
                .map(each -> each.getValue());
    }

    /** A grant that has an address in common with {@code prefix}. */
    public Optional<Prefix> grantedIn(Prefix prefix) {
        Optional<Prefix> below = owners.floor(prefix).map(each -> each.getKey());
        Optional<Prefix> above = owners.ceiling(prefix).map(each -> each.getKey());
        return below.filter(each -> each.overlaps(prefix)).or(() -> above.filter(each -> each.overlaps(prefix)));
    }

    public SwitchState seen(DeviceName device) {
        return switches.get(device).orElse(SwitchState.UNSEEN);
    }

    /** The number of pods. */
    public long pods() {
        long sum = 0;
        for (NodeState each : nodes.values()) {
            sum += each.pods().size();
        }
        return sum;
    }

    /** All that a switch is to be told at this revision. */
    public Wanted wanted(DeviceName device) {
        return Wanted.of(device, revision, Origins.at(this, device));
    }
}
