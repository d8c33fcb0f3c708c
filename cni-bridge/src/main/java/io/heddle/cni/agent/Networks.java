package io.heddle.cni.agent;

import io.heddle.cni.attach.Announcer;
import io.heddle.cni.attach.BridgedNetwork;
import io.heddle.cni.attach.PodNetwork;
import io.heddle.cni.attach.RoutedNetwork;
import io.heddle.cni.ipam.AddressSource;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.report.GrantedBlocks;
import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniRequest;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import java.util.Optional;

/** The networks of the configuration, in the kernel. */
final class Networks {

    private final AgentConfig config;
    private final RoutingSockets host;
    private final Announcer announcer;
    private final GrantedBlocks granted;

    Networks(AgentConfig config, GrantedBlocks granted, RoutingSockets host, Announcer announcer) {
        this.config = config;
        this.granted = granted;
        this.host = host;
        this.announcer = announcer;
    }

    /** The network that a request is about. */
    NetworkConfig of(CniRequest request) throws CniException, BadField {
        Optional<Fields> ipam = request.config().object("ipam");
        String type = ipam.isEmpty() ? "heddle" : ipam.get().text("type").orElse("heddle");
        if (!type.equals("heddle")) {
            throw new CniException(
                    CniCode.UNSUPPORTED_FIELD,
                    "ipam.type: found \"" + type + "\"; addresses come from the agent, leave ipam out");
        }
        return config.network(request.network())
                .orElseThrow(() -> new CniException(
                        CniCode.BAD_CONFIGURATION,
                        "name: found '" + request.network() + "', the agent's configuration has networks "
                                + config.networkNames()));
    }

    /** What a network gives addresses from, for a request with this configuration. */
    AddressSource addresses(NetworkConfig network, Fields request) throws BadField {
        return network.addresses(granted.of(network.name()), request);
    }

    PodNetwork mode(NetworkConfig network) {
        return switch (network.mode()) {
            case NetworkMode.Routed _ -> new RoutedNetwork(host, network.mtu(), network.takesDefault());
            case NetworkMode.Bridged bridged ->
                new BridgedNetwork(
                        host,
                        new BridgedNetwork.Bridge(
                                bridged.bridge(),
                                bridged.uplink(),
                                bridged.subnets(),
                                network.mtu(),
                                network.takesDefault()),
                        announcer);
        };
    }
}
