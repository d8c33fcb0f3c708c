package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.heddle.controller.core.Event;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node with its {@code podCIDRs}. */
final class NodeReading {

    private NodeReading() {}

    static Reading of(Node node) {
        try {
            DeviceName name = DeviceName.of(node.getMetadata().getName());
            return new Reading.Told(
                    new Event.KubernetesNodeSeen(name, podCidrs(node), isReady(node)),
                    new Event.KubernetesNodeGone(name));
        } catch (IllegalArgumentException e) {
            return new Reading.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private static List<Prefix> podCidrs(Node node) {
        if (node.getSpec() == null) {
            return List.of();
        }
        // podCIDR is the first of podCIDRs; servers older than 1.16 have only the former.
        List<String> all = node.getSpec().getPodCIDRs();
        List<String> given = all == null || all.isEmpty()
                ? Optional.ofNullable(node.getSpec().getPodCIDR()).stream().toList()
                : all;
        List<Prefix> prefixes = new ArrayList<>();
        for (String each : given) {
            prefixes.add(prefix(each));
        }
        return prefixes;
    }

    private static Prefix prefix(String text) {
        try {
            return Prefix.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "spec.podCIDRs has '" + text + "'; expected a prefix such as 10.64.0.0/24", e);
        }
    }

    private static boolean isReady(Node node) {
        if (node.getStatus() == null || node.getStatus().getConditions() == null) {
            return false;
        }
        for (NodeCondition each : node.getStatus().getConditions()) {
            if ("Ready".equals(each.getType())) {
                return "True".equals(each.getStatus());
            }
        }
        return false;
    }
}
