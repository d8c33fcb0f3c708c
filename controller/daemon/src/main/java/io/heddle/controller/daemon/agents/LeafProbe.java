package io.heddle.controller.daemon.agents;

import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.southbound.use.Pings;
import io.heddle.controller.southbound.use.ReadFailed;
import io.heddle.controller.southbound.use.TableSource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The leafs that a node hangs on ping it: those whose kernel the controller can reach. */
public final class LeafProbe implements NodeProbe {

    private final Map<DeviceName, TableSource> sources;
    private final Pings pings;

    public LeafProbe(Map<DeviceName, TableSource> sources, Pings pings) {
        this.sources = Map.copyOf(sources);
        this.pings = pings;
    }

    @Override
    public Answer ask(NodePlace node) {
        Answer answer = Answer.UNKNOWN;
        for (Uplink each : node.uplinks()) {
            Optional<IpAddress> address = Stream.of(each.ipv4(), each.ipv6())
                    .flatMap(Optional::stream)
                    .findFirst();
            if (address.isPresent() && sources.get(each.leaf()) instanceof TableSource.Kernel leaf) {
                try {
                    if (pings.areAnswered(leaf, address.get())) {
                        return Answer.LIVES;
                    }
                    answer = Answer.SILENT;
                } catch (ReadFailed e) {
                    // A leaf that cannot be asked says nothing of the node; it is told of where its tables are read.
                    return Answer.UNKNOWN;
                }
            }
        }
        return answer;
    }
}
