package io.heddle.controller.daemon;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.http.ApiServer;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.http.server.ServerOptions;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.controller.store.Kept;
import io.heddle.controller.store.Store;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A controller beside the real one, with one node, one leaf and a store that keeps nothing, on ports of loopback: it takes five hundred
 * reports, so that the virtual machine has compiled what a report runs through, from HTTP to the UPDATE, before real pods come by. Nothing
 * of it is seen outside but its processor time.
 */
final class WarmUp {

    private static final int REPORTS = 500;
    private static final long PATIENCE_SECONDS = 60;
    private static final Asn AS = new Asn(64_999);
    private static final IpAddress CONTROLLER = IpAddress.parse("127.0.0.2");
    private static final IpAddress LEAF = IpAddress.parse("127.0.0.1");
    private static final DeviceName SWITCH = DeviceName.of("warm-up");
    private static final DeviceName NODE = DeviceName.of("warm-up-node");
    private static final Pool POOL = new Pool(Prefix.parse("192.0.2.0/24"), 24, List.of());

    private final EventLog log;
    private final ControllerDaemon.Clocks clocks;

    WarmUp(EventLog log, ControllerDaemon.Clocks clocks) {
        this.log = log;
        this.clocks = clocks;
    }

    private static final class Nowhere implements Store {
        @Override
        public Kept load() {
            return new Kept(0, List.of());
        }

        @Override
        public void commit(long revision, List<Change> changes) {
            // Nobody reads it again.
        }

        @Override
        public void close() {}
    }

    /** Returns when it is done. A failure costs speed, nothing else. */
    void run() {
        try {
            practise();
        } catch (IOException e) {
            log.write(LogEvent.WARNING, "subject", "warm-up", "text", String.valueOf(e.getMessage()));
        }
    }

    private void practise() throws IOException {
        EventLog nowhere = new EventLog(new PrintStream(OutputStream.nullOutputStream()), true, clocks.wall());
        try (BgpDriver leaf = leaf();
                BgpDriver driver = controller(leaf);
                Questions questions = new Questions(() -> Judge.LENIENT)) {
            Southbound southbound = southbound(driver);
            DaemonOutlet outlet = new DaemonOutlet(southbound, nowhere, _ -> {});
            try (ControllerLoop loop = new ControllerLoop(
                    new Controller(Judge.LENIENT), new Nowhere(), outlet, true, _ -> {}, clocks.nanos())) {
                loop.start(layout());
                try (ApiServer server = ApiServer.start(
                        ServerOptions.loopback(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        new DaemonNorthbound(loop, questions, List::of),
                        nowhere)) {
                    outlet.feed(server.feed());
                    await(driver);
                    report(server.address());
                }
            }
        }
    }

    private static Southbound southbound(BgpDriver driver) {
        return new Southbound() {
            @Override
            public void report(ControllerLoop loop) {}

            @Override
            public List<Drift> drift() {
                return List.of();
            }

            @Override
            public boolean isTold(DeviceName device) {
                return true;
            }

            @Override
            public void want(Collection<Wanted> wants) {
                driver.want(wants);
            }

            @Override
            public void close() {}
        };
    }

    /** What stands for a leaf: it waits for the controller. */
    private static BgpDriver leaf() throws IOException {
        return BgpDriver.start(
                new BgpSouthbound(
                        new Asn(64_998),
                        LEAF,
                        TransportOptions.DEFAULT.listeningOn(new ListenAddress(LEAF, 0)),
                        List.of(BgpSwitch.of(DeviceName.of("up"), TransportConfig.of(CONTROLLER), AS)
                                .withFamilies(Set.of(AddressFamily.IPV4_UNICAST))
                                .waiting())),
                new Random(1),
                _ -> {});
    }

    private static BgpDriver controller(BgpDriver leaf) throws IOException {
        TransportConfig to = TransportConfig.of(LEAF)
                .withPort(leaf.addresses().getFirst().getPort())
                .withLocalAddress(CONTROLLER);
        return BgpDriver.start(
                new BgpSouthbound(
                        AS,
                        CONTROLLER,
                        TransportOptions.DEFAULT.listeningOn(),
                        List.of(BgpSwitch.of(SWITCH, to, new Asn(64_998))
                                .withFamilies(Set.of(AddressFamily.IPV4_UNICAST)))),
                new Random(2),
                _ -> {});
    }

    private static void await(BgpDriver driver) throws IOException {
        CountDownLatch up = new CountDownLatch(1);
        driver.listen(event -> {
            if (event instanceof SwitchEvent.Up) {
                up.countDown();
            }
        });
        try {
            boolean came = driver.status().values().stream().allMatch(SwitchStatus::up)
                    || up.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!came) {
                throw new IOException("no session over loopback in " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Layout layout() {
        NodePlace node = new NodePlace(
                NODE,
                0,
                "pods",
                List.of(POOL.block(0)),
                PodVisibility.ROUTED,
                PodAnnouncer.CONTROLLER,
                PodForm.HOSTS,
                List.of(new NodePlace.Uplink(SWITCH, Optional.of(IpAddress.parse("198.51.100.1")), Optional.empty())));
        SwitchPlace leaf = new SwitchPlace(SWITCH, SwitchRole.LEAF, true, false, Optional.empty());
        return Layout.of("warm-up", List.of(node), List.of(leaf), List.of(POOL), Limits.DEFAULT);
    }

    private static void report(InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 1; i <= REPORTS; i++) {
                socket.getOutputStream().write(request(i, server));
                answer(in);
            }
        }
    }

    /** Pods come by turns, and of every two one goes. */
    private static byte[] request(int number, InetSocketAddress server) {
        IpAddress address = POOL.block(0).address().plus(1 + (number / 2) % 200);
        String container = "pod-" + address;
        Endpoint pod = new Endpoint(
                Optional.of("default/" + container),
                NODE,
                Endpoint.macOf(address),
                Optional.of(address),
                Optional.empty());
        List<AgentEvent> events = new ArrayList<>();
        events.add(
                number % 4 == 3
                        ? new AgentEvent.PodDetached(number, container, "eth0", List.of(address), number)
                        : new AgentEvent.PodAttached(number, container, "eth0", "pods", pod, number));
        String body = AgentJson.write(new AgentReport(NODE, number == 1, number, events))
                .toString();
        String head = "POST /v1/agents/" + NODE + "/report HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("its API ended with " + head);
            }
            head.append((char) next);
        }
        if (head.indexOf("HTTP/1.1 200 ") != 0) {
            throw new IOException("its API answered " + head);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        in.skipNBytes(Integer.parseInt(
                lower.substring(at + 15, lower.indexOf("\r\n", at)).trim()));
    }
}
