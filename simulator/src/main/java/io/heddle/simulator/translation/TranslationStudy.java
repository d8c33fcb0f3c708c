package io.heddle.simulator.translation;

import io.heddle.model.config.Masquerade;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts translated pairs of pods, whatever pods there are. It remembers of each node what did not change since it was last asked, so that asking again costs
 * the pods of the nodes that changed, and a look at every node and block. Nothing is looked at where nobody masquerades. Single-threaded.
 */
public final class TranslationStudy {

    private final NetworkConfig config;
    private final List<Masquerade> rules;
    private final long masquerading;
    private final Map<DeviceName, Census> known = new HashMap<>();

    public TranslationStudy(NetworkConfig config) {
        this.config = config;
        rules = config.nodes().stream()
                .flatMap(each -> each.masquerade().stream())
                .distinct()
                .toList();
        masquerading = config.nodes().stream()
                .filter(each -> each.masquerade().isPresent())
                .count();
    }

    /** Whether any node has a rule; where none has, nothing that pods do changes the answer. */
    public boolean isNeeded() {
        return masquerading > 0;
    }

    /** Of these pods; those on dead nodes are none. */
    public Translation of(Endpoints pods, Outage outage) {
        if (rules.isEmpty()) {
            return new Translation(0, pods.size(), List.of());
        }
        List<NodeProgram> nodes = new ArrayList<>();
        List<Census> here = new ArrayList<>();
        long living = 0;
        for (NodeProgram each : config.nodes()) {
            Optional<NodeEndpoints> held = pods.on(each.name()).filter(_ -> outage.isUp(each.name()));
            if (held.isPresent()) {
                living += held.get().size();
                nodes.add(each);
                here.add(census(each, held.get()));
            }
        }
        List<Uncovered> uncovered = new ArrayList<>();
        for (Masquerade each : rules) {
            uncovered(each, nodes, here, uncovered);
        }
        return new Translation(masquerading, living, uncovered);
    }

    private Census census(NodeProgram node, NodeEndpoints pods) {
        Census before = known.get(node.name());
        if (before != null && before.pods() == pods) {
            return before;
        }
        Census census = Census.of(node, pods, rules);
        known.put(node.name(), census);
        return census;
    }

    private static void uncovered(Masquerade rule, List<NodeProgram> nodes, List<Census> here, List<Uncovered> into) {
        Senders ipv4 = Senders.of(rule, IpFamily.IPV4, nodes, here);
        Senders ipv6 = Senders.of(rule, IpFamily.IPV6, nodes, here);
        for (int i = 0; i < nodes.size(); i++) {
            int receiver = i;
            here.get(i).uncovered().getOrDefault(rule, Map.of()).forEach((block, some) -> {
                Senders senders = block.family() == IpFamily.IPV4 ? ipv4 : ipv6;
                senders.to(rule, receiver, block, some, nodes, here).ifPresent(into::add);
            });
        }
    }

    /**
     * The pods that a rule takes packets of.
     *
     * @param all of them, on all nodes
     * @param at the first nodes that have some, at most two: one of these is not the receiver's
     */
    private record Senders(IpFamily family, long all, List<Sender> at) {

        private record Sender(int node, Census.Some pods) {}

        static Senders of(Masquerade rule, IpFamily family, List<NodeProgram> nodes, List<Census> here) {
            long all = 0;
            List<Sender> at = new ArrayList<>(2);
            for (int i = 0; i < nodes.size(); i++) {
                Optional<Census.Some> own = sources(rule, family, nodes.get(i), here.get(i));
                if (own.isPresent()) {
                    all += own.get().count();
                    if (at.size() < 2) {
                        at.add(new Sender(i, own.get()));
                    }
                }
            }
            return new Senders(family, all, at);
        }

        private static Optional<Census.Some> sources(
                Masquerade rule, IpFamily family, NodeProgram node, Census census) {
            return node.masquerade().filter(rule::equals).flatMap(_ -> census.source(family));
        }

        Optional<Uncovered> to(
                Masquerade rule,
                int receiver,
                Prefix block,
                Census.Some some,
                List<NodeProgram> nodes,
                List<Census> here) {
            int own = sources(rule, family, nodes.get(receiver), here.get(receiver))
                    .map(Census.Some::count)
                    .orElse(0);
            return at.stream()
                    .filter(each -> each.node() != receiver)
                    .findFirst()
                    .map(sender -> new Uncovered(
                            rule,
                            block,
                            nodes.get(receiver).name(),
                            new Uncovered.Example(
                                    nodes.get(sender.node()).name(),
                                    sender.pods().first(),
                                    some.first()),
                            (all - own) * some.count()));
        }
    }
}
