package io.heddle.simulator.translation;

import io.heddle.model.config.Masquerade;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What matters of the pods of one node.
 *
 * @param sources by family, of the pods whose packets the node's own rule takes
 * @param uncovered by rule, the blocks here that it has no exception for
 */
record Census(NodeEndpoints pods, Map<IpFamily, Some> sources, Map<Masquerade, Map<Prefix, Some>> uncovered) {

    /** So many addresses, of which one is this. */
    record Some(int count, IpAddress first) {

        Some plus(Some other) {
            return new Some(count + other.count, first);
        }
    }

    static Census of(NodeProgram node, NodeEndpoints pods, List<Masquerade> rules) {
        Map<IpFamily, Some> sources = new EnumMap<>(IpFamily.class);
        Map<Masquerade, Map<Prefix, Some>> uncovered = new LinkedHashMap<>();
        rules.forEach(each -> uncovered.put(each, new LinkedHashMap<>()));
        Optional<Masquerade> own = node.masquerade();
        for (int i = 0; i < pods.size(); i++) {
            Endpoint pod = pods.get(i);
            Stream.concat(pod.ipv4().stream(), pod.ipv6().stream()).forEach(address -> {
                Some one = new Some(1, address);
                if (own.filter(rule -> rule.takes(address)).isPresent()) {
                    sources.merge(address.family(), one, Some::plus);
                }
                uncovered.forEach((rule, blocks) -> {
                    if (!rule.excepts(address)) {
                        blocks.merge(block(node, address), one, Some::plus);
                    }
                });
            });
        }
        return new Census(pods, sources, uncovered);
    }

    private static Prefix block(NodeProgram node, IpAddress address) {
        return node.blocks().stream()
                .filter(each -> each.contains(address))
                .findFirst()
                .orElseGet(() -> Prefix.host(address));
    }

    Optional<Some> source(IpFamily family) {
        return Optional.ofNullable(sources.get(family));
    }
}
