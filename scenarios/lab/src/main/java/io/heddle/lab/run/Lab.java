package io.heddle.lab.run;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.frr.Daemons;
import io.heddle.lab.layout.RouterSpace;
import io.heddle.lab.layout.Space;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.linux.Journal;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.lab.observe.SwitchObserver;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableStateSolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running lab. Single-threaded. */
public final class Lab {

    /** How long tables must stand still, not being those computed, until they are taken for final. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    /** How long hosts keep quiet, so that a first word lost on a port that was not up yet is said again. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    /** The journal's word for namespaces that are not of the plan. */
    static final String BESIDE = "beside";

    private final LabPlan plan;
    private final LabDirectory directory;
    private Outage outage = Outage.NONE;

    private Lab(LabPlan plan, LabDirectory directory) {
        this.plan = plan;
        this.directory = directory;
    }

    /**
     * Builds a lab and starts its routers; returns once all of them run, not once they have agreed.
     *
     * @param arguments kept in the journal for {@link LabDirectory}'s later readers
     */
    public static Lab up(LabPlan plan, LabDirectory directory, List<String> arguments) throws LabException {
        Lab lab = new Lab(plan, directory);
        try (LabDirectory.Lock _ = directory.lock()) {
            Journal journal = Journal.create(directory.journal());
            journal.add("argument", arguments);
            journal.add(
                    "space", plan.layout().spaces().stream().map(Space::name).toList());
            Builder.build(plan.layout());
            new Cables(plan.layout()).apply(Outage.NONE);
            Parallel.map(plan.layout().routers(), each -> lab.start(each, journal));
        }
        return lab;
    }

    /** The words a lab was built with. */
    public static List<String> arguments(LabDirectory directory) throws LabException {
        return Journal.open(directory.journal()).values("argument");
    }

    /** A lab that was built before, as broken as it was left. */
    public static Lab attach(LabPlan plan, LabDirectory directory) throws LabException {
        Journal journal = Journal.open(directory.journal());
        if (!journal.values("space")
                .equals(plan.layout().spaces().stream().map(Space::name).toList())) {
            throw new LabException("what lab " + directory.lab()
                    + " shows has been changed since it was built; take it down and build it again");
        }
        Lab lab = new Lab(plan, directory);
        List<String> outages = journal.values("outage");
        if (!outages.isEmpty()) {
            lab.outage = OutageWords.read(outages.getLast(), plan.fabric());
        }
        return lab;
    }

    private boolean start(RouterSpace router, Journal journal) throws LabException {
        Daemons daemons = daemons(router);
        String rendered = plan.rendered().get(router.device());
        if (rendered == null) {
            throw new IllegalStateException("nothing rendered for " + router.device());
        }
        daemons.configure(rendered);
        for (ProcessRef each : daemons.start(rendered)) {
            synchronized (this) {
                journal.add("process", List.of(each + " " + router.device()));
            }
        }
        return true;
    }

    /**
     * Breaks and repairs until exactly this is broken: daemons of dead devices are killed, cut cables and those of dead devices have no
     * carrier, repaired devices start with nothing. Then every host speaks again.
     */
    public void apply(Outage next) throws LabException {
        Journal journal = Journal.open(directory.journal());
        List<RouterSpace> reviving = new ArrayList<>();
        for (RouterSpace router : plan.layout().routers()) {
            boolean was = outage.isUp(router.device());
            boolean is = next.isUp(router.device());
            if (was && !is) {
                kill(router, journal);
            } else if (!was && is) {
                reviving.add(router);
            }
        }
        new Cables(plan.layout()).apply(next);
        for (SwitchFace each : plan.layout().switches()) {
            Forgetting.run(each, !next.isUp(each.config().name()));
        }
        outage = next;
        journal.add("outage", List.of(OutageWords.of(next)));
        Parallel.map(reviving, each -> start(each, journal));
        speak();
    }

    private static void kill(RouterSpace router, Journal journal) throws LabException {
        for (String each : journal.values("process")) {
            if (each.endsWith(" " + router.device())) {
                ProcessRef.parse(each).kill();
            }
        }
    }

    private Daemons daemons(RouterSpace router) {
        return new Daemons(router, directory.router(router.device().value()));
    }

    /** The namespace of a device; of a pod with {@code NODE+pod0}, of something beside the fabric with a name of its own. */
    public String space(String name) {
        return "hd-" + directory.lab() + "-" + name;
    }

    /** Where the daemons of a router have their sockets. */
    public Path routerDirectory(DeviceName router) {
        return directory.router(router.value());
    }

    /** Where the lab keeps everything. */
    public Path path() {
        return directory.path();
    }

    /** Notes a namespace beside the plan's before it is made, so that it goes with the lab. */
    public synchronized void adopt(String space) throws LabException {
        Journal.open(directory.journal()).add(BESIDE, List.of(space));
    }

    /** Notes a process beside the routers' daemons, so that it ends with the lab. */
    public synchronized void adopt(ProcessRef process, String name) throws LabException {
        Journal.open(directory.journal()).add("process", List.of(process + " beside:" + name));
    }

    public LabPlan plan() {
        return plan;
    }

    /** What is broken. */
    public Outage outage() {
        return outage;
    }

    /** How every router is that is not meant to be dead. */
    public List<RouterStatus> routers() throws LabException {
        List<String> processes = Journal.open(directory.journal()).values("process");
        List<RouterSpace> alive = plan.layout().routers().stream()
                .filter(each -> outage.isUp(each.device()))
                .toList();
        return Parallel.map(alive, each -> new Sessions(daemons(each)).status(each.device(), processes));
    }

    /** Lets every host speak, and leafs do what daemons beside FRR do with what they learned. */
    public void speak() throws LabException {
        Speech.all(plan.layout(), outage);
        NeighborWatch.run(plan.layout(), outage);
        new MlagSync(plan.layout(), outage).run(plan.fabric().mlagPairs());
    }

    /** What the solver says the switches hold. */
    public Map<DeviceName, SwitchTables> computed() {
        return computed(plan.config(), plan.endpoints());
    }

    /** What it says they hold with another configuration and other pods, as they are when somebody manages the fabric. */
    public Map<DeviceName, SwitchTables> computed(NetworkConfig config, Endpoints endpoints) {
        return StableStateSolver.solve(plan.fabric(), config, endpoints, outage).tables();
    }

    /** What they hold now. */
    public Map<DeviceName, ExplicitTables> held() throws LabException {
        List<SwitchFace> alive = plan.layout().switches().stream()
                .filter(each -> outage.isUp(each.config().name()))
                .toList();
        List<ExplicitTables> tables = Parallel.map(alive, this::observe);
        Map<DeviceName, ExplicitTables> held = new LinkedHashMap<>();
        tables.forEach(each -> held.put(each.device(), each));
        return held;
    }

    private ExplicitTables observe(SwitchFace face) throws LabException {
        Optional<Daemons> frr = plan.layout().router(face.config().name()).map(this::daemons);
        return new SwitchObserver(face, frr).observe();
    }

    /** Compares until nothing differs, or what differs stands still, or patience ends. */
    public Fidelity settle(Duration patience) throws LabException {
        Map<DeviceName, SwitchTables> computed = computed();
        Deadline deadline = Deadline.in(patience);
        Map<DeviceName, ExplicitTables> last = Map.of();
        Deadline quiet = Deadline.in(QUIET);
        Deadline silence = Deadline.in(SILENCE);
        while (true) {
            Map<DeviceName, ExplicitTables> held = held();
            Fidelity fidelity = Fidelity.of(plan.config(), computed, held);
            if (!held.equals(last)) {
                last = held;
                quiet = Deadline.in(QUIET);
            }
            if (fidelity.isFull() || quiet.isPast() || deadline.isPast()) {
                return fidelity;
            }
            if (silence.isPast()) {
                speak();
                silence = Deadline.in(SILENCE);
            }
            deadline.pause();
        }
    }
}
