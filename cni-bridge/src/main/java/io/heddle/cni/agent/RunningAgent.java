package io.heddle.cni.agent;

import io.heddle.cni.attach.Announcer;
import io.heddle.cni.forward.ForwardingTrap;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.linux.LinkRemoval;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.report.GrantedBlocks;
import io.heddle.cni.step.Steps;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An agent with its parts, from start to stop. */
public final class RunningAgent implements AutoCloseable {

    private final NetworkNamespace home;
    private final RoutingSockets host;
    private final Ipam ipam;
    private final LinkRemoval removal;
    private final ExecutorService background;
    private final ExecutorService announcing;
    private final AgentServer server;

    private RunningAgent(
            NetworkNamespace home,
            RoutingSockets host,
            Ipam ipam,
            LinkRemoval removal,
            ExecutorService background,
            ExecutorService announcing,
            AgentServer server) {
        this.home = home;
        this.host = host;
        this.ipam = ipam;
        this.removal = removal;
        this.background = background;
        this.announcing = announcing;
        this.server = server;
    }

    /** Reads the journal, puts kernel and journal in agreement, opens the socket. In the namespace of the calling thread. */
    public static RunningAgent start(AgentConfig config, InstantSource clock, Steps steps) throws IOException {
        Ipam ipam = Ipam.open(config.state(), config.coolDown(), clock, steps);
        NetworkNamespace home = NetworkNamespace.current();
        RoutingSockets host = new RoutingSockets(home, steps);
        LinkRemoval removal = new LinkRemoval(host);
        ExecutorService background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("background").factory());
        // Apart from what waits for the disk: closing an announcement's socket waits for a grace period of RCU.
        ExecutorService announcing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("announcing").daemon().factory());
        GrantedBlocks granted = GrantedBlocks.open(config.state());
        Networks networks = new Networks(config, granted, host, new Announcer(announcing));
        new Reconciliation(config, networks, ipam, host).run();
        ForwardingTrap trap = new ForwardingTrap(config.acceptForward());
        if (config.networks().stream().anyMatch(each -> each.mode() instanceof NetworkMode.Routed)) {
            trap.open();
            trap.findings().forEach(each -> AgentLog.event("forwarding-trap", "finding", each));
        }
        Agent agent = new Agent(
                new Attachments(networks, ipam, removal, background), networks, new Status(networks, ipam, trap));
        new WarmUp(config.state(), background, clock).run();
        config.controller().ifPresent(controller -> Reporting.start(controller, ipam, granted));
        AgentServer server = new AgentServer(config.socket(), agent::answer);
        return new RunningAgent(home, host, ipam, removal, background, announcing, server);
    }

    /** Serves until {@link #stop}. */
    public void serve() throws IOException {
        AgentLog.event("ready", "allocations", ipam.allocations().size());
        server.serve();
    }

    /** Takes no more requests; {@link #serve} returns. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            AgentLog.event("stop-failed", "reason", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        background.shutdown();
        announcing.shutdownNow();
        removal.close();
        ipam.close();
        host.close();
        home.close();
    }
}
