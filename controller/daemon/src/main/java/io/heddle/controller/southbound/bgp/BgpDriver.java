package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.liveness.PathSessions;
import io.heddle.bgp.netty.BgpHost;
import io.heddle.bgp.netty.clock.MonotonicClock;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.Observation;
import io.heddle.controller.southbound.SwitchDriver;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tells switches by BGP. Its sockets are in the network namespace of the thread that starts it. */
public final class BgpDriver implements SwitchDriver {

    private final BgpSouthbound config;
    private final BgpHost host;
    private final SortedMap<DeviceName, Teller> tellers = new TreeMap<>();
    private final List<Consumer<SwitchEvent>> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable PathSessions bfd;

    private BgpDriver(BgpSouthbound config, BgpHost host, @Nullable PathSessions bfd) {
        this.config = config;
        this.host = host;
        this.bfd = bfd;
    }

    /**
     * Listens and connects; nothing is announced before something is wanted, and then a switch is told all of it at once.
     *
     * @param random for jitter and discriminators
     * @param troubles told of programming errors that cost a connection
     */
    public static BgpDriver start(BgpSouthbound config, RandomGenerator random, Consumer<Throwable> troubles)
            throws IOException {
        boolean watched = config.switches().stream().anyMatch(each -> each.bfd() != null);
        PathSessions bfd = watched ? PathSessions.start(new MonotonicClock(), random, troubles) : null;
        BgpHost host;
        try {
            host = BgpHost.start(config.transport(), troubles);
        } catch (RuntimeException e) {
            if (bfd != null) {
                bfd.close();
            }
            throw e;
        }
        BgpDriver driver = new BgpDriver(config, host, bfd);
        driver.begin(random);
        return driver;
    }

    private void begin(RandomGenerator random) {
        List<BgpSwitch> reflected =
                config.switches().stream().filter(BgpSwitch::reflected).toList();
        if (!reflected.isEmpty()) {
            tell(reflected, random);
        }
        for (BgpSwitch each : config.switches()) {
            if (!each.reflected()) {
                tell(List.of(each), random);
            }
        }
        if (bfd != null) {
            config.switches().forEach(each -> BfdPaths.watch(bfd, each, teller(each.device())));
        }
    }

    private void tell(List<BgpSwitch> switches, RandomGenerator random) {
        Teller teller = new Teller(host, config, switches, random, this::happened);
        switches.forEach(each -> tellers.put(each.device(), teller));
        teller.start(config);
    }

    private void happened(SwitchEvent event) {
        listeners.forEach(each -> each.accept(event));
    }

    /** Where it listens. */
    public List<InetSocketAddress> addresses() {
        return host.addresses();
    }

    @Override
    public void want(Collection<Wanted> wants) {
        Map<Teller, List<Wanted>> byTeller = new LinkedHashMap<>();
        for (Wanted each : wants) {
            check(each);
            byTeller.computeIfAbsent(teller(each.device()), _ -> new ArrayList<>())
                    .add(each);
        }
        // One thread does all of it in this order, also for calls that come at once.
        synchronized (host) {
            List<Teller.Change> changes =
                    byTeller.entrySet().stream().map(each -> each.getKey().announce(each.getValue())).toList().stream()
                            .map(each -> each.join())
                            .toList();
            changes.stream().map(each -> each.teller().withdraw(each)).toList().forEach(each -> each.join());
        }
    }

    /** The controller forwards nothing: it must not be a next hop. */
    private void check(Wanted wanted) {
        for (Announcement each : wanted.routes().values()) {
            if (config.isOwn(each.nextHop())) {
                throw new IllegalArgumentException(wanted.device() + ": the next hop of " + each.key()
                        + " is the controller's own " + each.nextHop());
            }
        }
    }

    private Teller teller(DeviceName device) {
        Teller teller = tellers.get(device);
        if (teller == null) {
            throw new IllegalArgumentException("no switch " + device + " is told by BGP");
        }
        return teller;
    }

    @Override
    public SortedMap<DeviceName, SwitchStatus> status() {
        SortedMap<DeviceName, SwitchStatus> all = new TreeMap<>();
        tellers.values().stream()
                .distinct()
                .flatMap(each -> each.status().stream())
                .forEach(each -> all.put(each.device(), each));
        return all;
    }

    @Override
    public Observation observe(DeviceName device) {
        return teller(device).observe(device);
    }

    @Override
    public void listen(Consumer<SwitchEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        try {
            if (bfd != null) {
                bfd.close();
            }
        } finally {
            host.close();
        }
    }
}
