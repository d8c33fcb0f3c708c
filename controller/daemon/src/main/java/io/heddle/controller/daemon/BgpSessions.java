package io.heddle.controller.daemon;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.config.BgpConfig;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Switches told by BGP, as the configuration names them. */
final class BgpSessions implements Southbound {

    private final BgpDriver driver;
    private final EventLog log;

    private BgpSessions(BgpDriver driver, EventLog log) {
        this.driver = driver;
        this.log = log;
    }

    /** Listens and connects; nothing is announced before something is wanted. */
    static BgpSessions start(BgpConfig config, EventLog log) throws IOException {
        TransportOptions transport = TransportOptions.DEFAULT.listeningOn(
                config.listen().stream().map(BgpSessions::listen).toArray(ListenAddress[]::new));
        BgpSouthbound southbound;
        try {
            southbound = new BgpSouthbound(
                    config.asn(),
                    config.routerId(),
                    transport,
                    config.restartSeconds(),
                    config.switches().stream().map(BgpSessions::peer).toList());
        } catch (IllegalArgumentException e) {
            throw new IOException("bgp.switches: " + e.getMessage(), e);
        }
        // The seed only spreads timers: each controller has a router id of its own.
        Random random = new Random(config.routerId().low());
        return new BgpSessions(
                BgpDriver.start(southbound, random, fault -> log.write(LogEvent.FAULT, "where", "bgp", "fault", fault)),
                log);
    }

    private static ListenAddress listen(InetSocketAddress socket) {
        return new ListenAddress(IpAddress.parse(socket.getAddress().getHostAddress()), socket.getPort());
    }

    private static BgpSwitch peer(BgpConfig.Peer peer) {
        TransportConfig transport =
                TransportConfig.of(peer.address()).withPort(peer.port()).withHops(peer.hops(), false);
        if (peer.from().isPresent()) {
            transport = transport.withLocalAddress(peer.from().get());
        }
        if (peer.md5().isPresent()) {
            transport = transport.withPassword(peer.md5().get().secret());
        }
        Set<AddressFamily> families = EnumSet.noneOf(AddressFamily.class);
        if (!peer.reflected()) {
            families.addAll(List.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST));
        }
        if (peer.evpn()) {
            families.add(AddressFamily.L2VPN_EVPN);
        }
        BgpSwitch configured = BgpSwitch.of(peer.device(), transport, peer.asn())
                .withFamilies(families)
                .withTimers(SessionTimers.DEFAULT.withHoldTime(peer.holdTime()));
        if (peer.bfd().isPresent()) {
            configured = configured.watchedBy(peer.bfd().get());
        }
        if (peer.reflected()) {
            configured = configured.beingReflected();
        }
        return peer.passive() ? configured.waiting() : configured;
    }

    @Override
    public void report(ControllerLoop loop) {
        driver.listen(event -> happened(event, loop));
        // Those that came up before anybody listened.
        driver.status().forEach((device, status) -> {
            if (status.up()) {
                happened(new SwitchEvent.Up(device), loop);
            }
        });
    }

    private void happened(SwitchEvent event, ControllerLoop loop) {
        switch (event) {
            case SwitchEvent.Up up -> {
                log.write(LogEvent.SWITCH_UP, "switch", up.device());
                loop.submit(new Event.SwitchUp(up.device()));
            }
            case SwitchEvent.Down down -> {
                log.write(LogEvent.SWITCH_DOWN, "switch", down.device(), "reason", down.reason());
                loop.submit(new Event.SwitchDown(down.device(), down.reason()));
            }
            case SwitchEvent.Told _ -> {
                // Which revision a switch was told is asked from the driver.
            }
        }
    }

    @Override
    public List<Drift> drift() {
        List<Drift> drift = new ArrayList<>();
        driver.status().forEach((device, status) -> {
            if (!status.up()) {
                drift.add(new Drift(device, "session", "established", status.state() + ": " + status.reason()));
            } else if (!status.isCurrent()) {
                String told =
                        status.told().isPresent() ? String.valueOf(status.told().getAsLong()) : "none";
                drift.add(new Drift(device, "revision told", String.valueOf(status.wanted()), told));
            }
        });
        return drift;
    }

    @Override
    public boolean isTold(DeviceName device) {
        SwitchStatus status = driver.status().get(device);
        return status != null && status.up() && status.isCurrent();
    }

    @Override
    public void want(Collection<Wanted> wants) {
        driver.want(wants);
    }

    @Override
    public void close() {
        driver.close();
    }
}
