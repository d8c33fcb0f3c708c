package io.heddle.simulator.event;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Beyond;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Agents, controllers and their store on virtual time: a report goes to the leader, becomes durable, is told to switches, and is read by
 * the others. Single-threaded.
 */
final class ControlPlane {

    private static final long SECOND = 1_000_000_000;

    private final World world;
    private final Controllers given;
    private final Told told;
    private final ControllerSessions sessions;
    private final ControllerRemarks remarks;
    private final List<Replica> replicas = new ArrayList<>();
    private final Map<DeviceName, Agent> agents = new TreeMap<>();
    /** Nobody takes their reports. */
    private final Set<Agent> waiting = new LinkedHashSet<>();
    /** They have power and cannot read the store. */
    private final Set<Replica> starting = new LinkedHashSet<>();

    private final SharedStore store;
    private final Lease lease;
    private final Scribe scribe;

    ControlPlane(World world, Controllers given, Told told) {
        this.world = world;
        this.given = given;
        this.told = told;
        sessions = new ControllerSessions(world, told);
        remarks = new ControllerRemarks(world);
        for (int i = 0; i < given.replicas(); i++) {
            replicas.add(new Replica(world, given, sessions, i));
        }
        store = new SharedStore(fresh(replicas.getFirst()));
        lease = new Lease(world, given.times().lease(), store, replicas, new Leadership());
        scribe = new Scribe(world, given.times(), store, lease, replicas, this::refused, this::again, remarks);
        given.layout()
                .nodes()
                .values()
                .forEach(each -> agents.put(each.name(), new Agent(each.name(), each.network())));
    }

    private final class Leadership implements Lease.Listener {
        @Override
        public void leads(Replica replica) {
            replica.read(store.kept());
            replica.become(replica.state().askingWhole());
            remarks.tell(replica.name, "leads");
            wake();
        }

        @Override
        public void leadsNoMore(Replica replica) {
            remarks.tell(
                    replica.name,
                    "leads no more: the store has not answered for "
                            + given.times().lease() / SECOND + " s");
        }
    }

    private State fresh(Replica replica) {
        return replica.core
                .on(State.EMPTY, new Event.Configured(given.layout()))
                .state();
    }

    List<Replica> replicas() {
        return replicas;
    }

    ControllerSessions sessions() {
        return sessions;
    }

    /** What controllers tell switches now, in words of static routes. */
    Map<DeviceName, List<StaticRoute>> told() {
        return told.routes(this);
    }

    /** The controllers that switches hear. */
    List<Replica> telling() {
        return replicas.stream()
                .filter(each -> each.isRunning() && each.reachesSwitches())
                .toList();
    }

    // Life.

    /** All are started with the fabric; the first leads. */
    void begin() {
        sessions.add(replicas);
        for (NodeEndpoints each : world.plant.endpoints().nodes()) {
            for (int i = 0; i < each.size() && agents.containsKey(each.node()); i++) {
                agents.get(each.node()).attach(each.get(i));
            }
        }
        replicas.forEach(this::start);
        agents.values().forEach(each -> booted(each.node));
    }

    void start(Replica replica) {
        replica.power();
        world.later(world.now() + given.times().start(), () -> run(replica));
    }

    private void run(Replica replica) {
        if (replica.isPowered() && !replica.isRunning()) {
            if (store.answers(replica)) {
                replica.run(fresh(replica).over(store.kept()));
                remarks.tell(replica.name, "has read the store and tells switches");
                lease.elect();
            } else if (starting.add(replica)) {
                remarks.tell(replica.name, "starts, and cannot read the store");
            }
        }
    }

    void die(Replica replica, boolean closing) {
        replica.die(closing);
        starting.remove(replica);
        sessions.changed();
        lease.died(replica);
    }

    // What is between controllers, switches and the store.

    void cutOff(Replica replica, Beyond from) {
        replica.reach(from, false);
        if (from == Beyond.STORE) {
            lease.unheard();
        }
    }

    void join(Replica replica, Beyond to) {
        replica.reach(to, true);
        if (to == Beyond.STORE && store.hasMajority()) {
            heard(List.of(replica));
        }
    }

    void storeDown() {
        store.majority(false);
        lease.unheard();
    }

    void storeUp() {
        store.majority(true);
        lease.answersAgain();
        heard(replicas.stream().filter(Replica::reachesStore).toList());
    }

    private void heard(List<Replica> some) {
        some.forEach(Replica::answered);
        scribe.reached();
        world.later(world.now() + given.times().rejoin(), () -> {
            some.stream().filter(store::answers).forEach(this::rejoin);
            lease.elect();
        });
    }

    private void rejoin(Replica replica) {
        boolean leads = replica == lease.holder();
        if (starting.remove(replica)) {
            run(replica);
        } else if (replica.isRunning() && (!leads || replica.isInTrouble())) {
            replica.read(store.kept());
            if (leads) {
                replica.become(replica.state().askingWhole());
                wake();
            }
        }
    }

    // Agents.

    /** A node has power. */
    void booted(DeviceName node) {
        Agent agent = agents.get(node);
        if (agent != null && world.plant.lives(node)) {
            agent.tellAll();
            long boot = world.settings.detection().boot();
            world.later(world.now() + boot, () -> tell(agent));
        }
    }

    void pods(List<Endpoint> came, List<Endpoint> went) {
        Map<DeviceName, Agent> touched = new LinkedHashMap<>();
        for (Endpoint each : went) {
            touch(each, touched, Agent::detach);
        }
        for (Endpoint each : came) {
            touch(each, touched, Agent::attach);
        }
        touched.values().forEach(this::tell);
        touched.values().stream()
                .filter(waiting::contains)
                .forEach(each -> world.later(nextTry(each), () -> scribe.hear(each)));
    }

    private void touch(
            Endpoint pod, Map<DeviceName, Agent> touched, java.util.function.BiConsumer<Agent, Endpoint> how) {
        Agent agent = agents.get(pod.node());
        if (agent != null) {
            how.accept(agent, pod);
            touched.put(pod.node(), agent);
        }
    }

    private void tell(Agent agent) {
        if (!agent.busy && agent.hasNews()) {
            agent.busy = true;
            agent.pause = 0;
            world.later(world.now() + given.times().report(), () -> arrive(agent));
        }
    }

    private void arrive(Agent agent) {
        if (world.plant.lives(agent.node)) {
            scribe.take(agent);
        } else {
            agent.busy = false;
        }
    }

    /** What it told was taken, or not: it may have more to tell, or the same. */
    private void again(Agent agent) {
        if (agent.busy) {
            arrive(agent);
        } else {
            tell(agent);
        }
    }

    private void refused(Agent agent) {
        if (agent.pause == 0) {
            boolean lives = replicas.stream().anyMatch(Replica::isRunning);
            String why = !lives
                    ? "no controller lives"
                    : lease.holder() == null ? "no controller leads" : "the controller that leads cannot write";
            remarks.tell(
                    agent.node,
                    why + ": the report of its agent waits, " + agent.news()
                            + (agent.news() == 1 ? " pod came or went" : " pods came or went"));
        }
        agent.pause = Math.clamp(
                agent.pause * 2, given.times().firstRetry(), given.times().longestRetry());
        agent.nextTry = world.now() + agent.pause;
        waiting.add(agent);
    }

    /** Somebody takes reports again: agents find out when they next try. */
    private void wake() {
        List<Agent> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(each -> world.later(nextTry(each), () -> arrive(each)));
    }

    /** It has tried again and again meanwhile, which nobody needs to watch. */
    private long nextTry(Agent agent) {
        while (agent.nextTry < world.now()) {
            agent.pause = Math.min(agent.pause * 2, given.times().longestRetry());
            agent.nextTry += agent.pause;
        }
        return agent.nextTry;
    }
}
