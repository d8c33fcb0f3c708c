package io.heddle.simulator.event;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Early;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Agents, controllers and their store on virtual time: a report goes to the leader, becomes durable, is told to switches, and is read by
 * the others. What comes in while something is written is written together, and routes to new pods are told meanwhile. Single-threaded.
 */
final class ControlPlane {

    private final World world;
    private final Controllers given;
    private final Told told;
    private final ControllerSessions sessions;
    private final List<Replica> replicas = new ArrayList<>();
    private final Map<DeviceName, Agent> agents = new TreeMap<>();
    /** Nobody takes their reports. */
    private final Set<Agent> waiting = new LinkedHashSet<>();

    private List<Agent> arrived = new ArrayList<>();
    private State store;
    private @Nullable Replica leader;
    private long leaseUntil;
    private boolean writing;

    /** A report with what it came to. */
    private record Taken(Agent agent, AgentReport report, Step step) {}

    ControlPlane(World world, Controllers given, Told told) {
        this.world = world;
        this.given = given;
        this.told = told;
        sessions = new ControllerSessions(world, told);
        for (int i = 0; i < given.replicas(); i++) {
            replicas.add(new Replica(world, given, sessions, i));
        }
        store = replicas.getFirst()
                .core
                .on(State.EMPTY, new Event.Configured(given.layout()))
                .state();
        given.layout()
                .nodes()
                .values()
                .forEach(each -> agents.put(each.name(), new Agent(each.name(), each.network())));
    }

    List<Replica> replicas() {
        return replicas;
    }

    ControllerSessions sessions() {
        return sessions;
    }

    State store() {
        return store;
    }

    /** What controllers tell switches now, in words of static routes. */
    Map<DeviceName, List<StaticRoute>> told() {
        return told.routes(this);
    }

    /** Whether some controller tells switches what the store has. */
    boolean isTelling() {
        return replicas.stream().anyMatch(Replica::isRunning);
    }

    Replica named(DeviceName name) {
        return replicas.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no controller " + name));
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
        world.later(world.now() + given.times().start(), () -> {
            if (replica.isPowered() && !replica.isRunning()) {
                State fresh = replica.core
                        .on(State.EMPTY, new Event.Configured(given.layout()))
                        .state();
                replica.run(fresh.over(store));
                remark(replica.name, "has read the store and tells switches");
                elect();
            }
        });
    }

    void die(Replica replica, boolean closing) {
        replica.die(closing);
        sessions.changed();
        if (replica == leader) {
            leader = null;
            leaseUntil = world.now() + given.times().lease();
            world.later(leaseUntil, this::elect);
        }
    }

    private void elect() {
        if (leader != null || world.now() < leaseUntil) {
            return;
        }
        for (Replica each : replicas) {
            if (each.isRunning()) {
                leader = each;
                each.become(each.state().over(store).askingWhole());
                remark(each.name, "leads");
                break;
            }
        }
        if (leader != null) {
            List<Agent> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(each -> world.later(nextTry(each), () -> arrive(each)));
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
        if (!world.plant.lives(agent.node)) {
            agent.busy = false;
        } else if (leader == null) {
            refused(agent);
        } else {
            arrived.add(agent);
            write();
        }
    }

    private void refused(Agent agent) {
        if (agent.pause == 0) {
            remark(
                    agent.node,
                    (isTelling() ? "no controller leads" : "no controller lives") + ": the report of its agent waits, "
                            + agent.news() + (agent.news() == 1 ? " pod came or went" : " pods came or went"));
        }
        agent.pause = Math.clamp(
                agent.pause * 2, given.times().firstRetry(), given.times().longestRetry());
        agent.nextTry = world.now() + agent.pause;
        waiting.add(agent);
    }

    /** It has tried again and again meanwhile, which nobody needs to watch. */
    private long nextTry(Agent agent) {
        while (agent.nextTry < world.now()) {
            agent.pause = Math.min(agent.pause * 2, given.times().longestRetry());
            agent.nextTry += agent.pause;
        }
        return agent.nextTry;
    }

    // The leader.

    private void write() {
        Replica writer = leader;
        if (writing || writer == null || arrived.isEmpty()) {
            return;
        }
        writing = true;
        List<Agent> batch = arrived;
        arrived = new ArrayList<>();
        State state = writer.state();
        List<Taken> taken = new ArrayList<>();
        for (Agent each : batch) {
            AgentReport report = each.report();
            Step step = writer.core.on(state, new Event.AgentReported(report, ""));
            state = step.state();
            taken.add(new Taken(each, report, step));
        }
        State durable = state;
        Early.of(writer.state(), taken.stream().map(Taken::step).toList()).forEach(writer::tell);
        world.later(world.now() + given.times().persist(), () -> {
            writing = false;
            if (writer == leader) {
                commit(writer, durable, taken);
            } else {
                taken.forEach(each -> arrive(each.agent));
            }
            write();
        });
    }

    private void commit(Replica writer, State durable, List<Taken> taken) {
        writer.become(durable);
        store = durable;
        List<Change> changes = new ArrayList<>();
        for (Taken each : taken) {
            each.agent.busy = false;
            for (Effect effect : each.step.effects()) {
                switch (effect) {
                    case Effect.Persist(long _, List<Change> some) -> changes.addAll(some);
                    case Effect.Announce(var difference) -> writer.tell(difference);
                    case Effect.ReplyToAgent(DeviceName _, var reply) ->
                        each.agent.acknowledge(each.report, reply.acknowledged());
                    case Effect.Refused(var _, String reason) -> remark(each.agent.node, "refused: " + reason);
                    case Effect.Warn(String subject, String text) -> remark(writer.name, subject + ": " + text);
                }
            }
        }
        for (Replica each : replicas) {
            if (each != writer) {
                world.later(world.now() + given.times().follow(), () -> follow(each, changes, durable.revision()));
            }
        }
        taken.forEach(each -> tell(each.agent));
    }

    private static void follow(Replica replica, List<Change> changes, long revision) {
        if (replica.isRunning() && replica.state().revision() < revision) {
            Step step = replica.core.follow(replica.state(), changes, revision);
            replica.become(step.state());
            for (Effect each : step.effects()) {
                if (each instanceof Effect.Announce(var difference)) {
                    replica.tell(difference);
                }
            }
        }
    }

    private void remark(DeviceName who, String text) {
        world.note(new io.heddle.simulator.timeline.Change.Remark(who.value(), text), new Cause(Cause.Kind.OWN, text));
    }
}
