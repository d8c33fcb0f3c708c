package io.heddle.cni.agent;

import io.heddle.cni.attach.Announcer;
import io.heddle.cni.forward.ForwardingTrap;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.linux.LinkRemoval;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.report.GrantedBlocks;
import io.heddle.cni.step.Steps;
import io.heddle.json.Json;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * Adds and removes a few pods before the first real one: the JVM then has loaded, linked and partly compiled what an ADD needs, which
 * otherwise costs the first pod tens of milliseconds. It happens in two network namespaces made for it, and with a journal of its
 * own; the node sees nothing of it.
 */
final class WarmUp {

    private static final int ADDS = 40;
    private static final int DELETES = 20;
    private static final String NETWORK = "warm-up";

    private final Path directory;
    private final Executor background;
    private final InstantSource clock;

    WarmUp(Path state, Executor background, InstantSource clock) {
        directory = state.resolve(NETWORK);
        this.background = background;
        this.clock = clock;
    }

    /** Returns when it is done. A failure costs speed, nothing else. */
    void run() {
        // A thread of its own: it moves into another namespace and never comes back.
        Thread thread = Thread.ofPlatform().name(NETWORK).start(() -> {
            try {
                practise();
            } catch (IOException e) {
                AgentLog.event("warm-up-failed", "reason", String.valueOf(e.getMessage()));
            }
        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void practise() throws IOException {
        try (NetworkNamespace pod = NetworkNamespace.unshare();
                NetworkNamespace home = NetworkNamespace.unshare();
                RoutingSockets host = new RoutingSockets(home, Steps.UNHEARD);
                LinkRemoval removal = new LinkRemoval(host);
                Ipam ipam = Ipam.open(directory, Duration.ZERO, clock, Steps.UNHEARD)) {
            AgentConfig config = config();
            Networks networks = new Networks(config, GrantedBlocks.open(directory), host, new Announcer(background));
            Agent agent = new Agent(
                    new Attachments(networks, ipam, removal, background),
                    networks,
                    new Status(networks, ipam, new ForwardingTrap(false)));
            for (int i = 0; i < ADDS; i++) {
                agent.answer(environment("ADD", i, pod), request());
            }
            for (int i = 0; i < DELETES; i++) {
                agent.answer(environment("DEL", i, pod), request());
            }
        } finally {
            for (String each : List.of("ipam.journal", "lock")) {
                Files.deleteIfExists(directory.resolve(each));
            }
            Files.deleteIfExists(directory);
        }
    }

    private AgentConfig config() {
        NetworkConfig network = new NetworkConfig(
                NETWORK,
                new NetworkMode.Routed(),
                NetworkConfig.Addressing.HEDDLE,
                List.of(Prefix.parse("192.0.2.0/24"), Prefix.parse("2001:db8::/64")),
                Set.of(),
                1500,
                false);
        return new AgentConfig(
                directory.resolve("unused"), directory, Duration.ZERO, false, List.of(network), Optional.empty());
    }

    private static Map<String, String> environment(String command, int number, NetworkNamespace pod) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("CNI_COMMAND", command);
        environment.put("CNI_CONTAINERID", NETWORK);
        environment.put("CNI_IFNAME", "eth" + number);
        environment.put("CNI_NETNS", pod.path());
        environment.put("CNI_ARGS", "IgnoreUnknown=1;K8S_POD_NAMESPACE=warm;K8S_POD_NAME=up");
        return environment;
    }

    private static byte[] request() {
        Json.Members request =
                Json.Members.EMPTY.with("cniVersion", Json.text("1.0.0")).with("name", Json.text(NETWORK));
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }
}
