package io.heddle.simulator.event;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the leader take reports and write what they change: one write at a time, what comes in meanwhile goes into the next, and routes to new
 * pods are told at once, be it in this write or the next. A write that the store does not answer is given up after a while; until the leader has read the store again
 * it takes no report. Single-threaded.
 */
final class Scribe {

    private final World world;
    private final Controllers.Times times;
    private final SharedStore store;
    private final Lease lease;
    private final List<Replica> replicas;
    private final Consumer<Agent> refused;
    private final Consumer<Agent> again;
    private final ControllerRemarks remarks;
    /** What goes into the next write, and what that leads to. */
    private List<Taken> gathered = new ArrayList<>();

    private State ahead = State.EMPTY;
    /** Agents that came while another's write was under way. */
    private List<Agent> arrived = new ArrayList<>();

    private @Nullable Write writing;

    /** A report with what it came to. */
    private record Taken(Agent agent, AgentReport report, Step step) {}

    /** What is under way to the store; compared by identity. */
    private static final class Write {
        final Replica writer;
        final State durable;
        final List<Taken> taken;
        boolean unanswered;

        Write(Replica writer, State durable, List<Taken> taken) {
            this.writer = writer;
            this.durable = durable;
            this.taken = taken;
        }
    }

    /**
     * For one control plane.
     *
     * @param refused told of agents whose report nobody takes
     * @param again told of agents whose report was not written, and of those that may have more to tell
     */
    Scribe(
            World world,
            Controllers.Times times,
            SharedStore store,
            Lease lease,
            List<Replica> replicas,
            Consumer<Agent> refused,
            Consumer<Agent> again,
            ControllerRemarks remarks) {
        this.world = world;
        this.times = times;
        this.store = store;
        this.lease = lease;
        this.replicas = replicas;
        this.refused = refused;
        this.again = again;
        this.remarks = remarks;
    }

    /** The report of an agent is with the leader, if there is one. */
    void take(Agent agent) {
        Replica leader = lease.holder();
        if (leader == null || leader.isInTrouble()) {
            hear(agent);
            refused.accept(agent);
        } else if (writing != null && writing.writer != leader) {
            arrived.add(agent);
        } else {
            step(leader, agent);
            write(leader);
        }
    }

    /** An agent asks all in turn where nobody takes its report. */
    void hear(Agent agent) {
        AgentReport report = agent.report();
        replicas.stream().filter(Replica::isRunning).forEach(each -> each.heard(report));
    }

    private void step(Replica leader, Agent agent) {
        AgentReport report = agent.report();
        leader.heard(report);
        State before = !gathered.isEmpty() ? ahead : writing != null ? writing.durable : leader.state();
        Step step = leader.core.on(before, new Event.AgentReported(report, ""));
        ahead = step.state();
        gathered.add(new Taken(agent, report, step));
        tellAhead(leader);
    }

    private void tellAhead(Replica leader) {
        if (leader.tellsEarly()) {
            leader.ahead(steps());
        }
    }

    /** All that is on its way. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (writing != null) {
            writing.taken.forEach(each -> steps.add(each.step));
        }
        gathered.forEach(each -> steps.add(each.step));
        return steps;
    }

    private void write(Replica writer) {
        if (writing != null || gathered.isEmpty()) {
            return;
        }
        Write begun = new Write(writer, ahead, gathered);
        writing = begun;
        gathered = new ArrayList<>();
        long asked = world.now();
        world.later(asked + times.persist(), () -> {
            if (writer.isRunning() && !store.answers(writer)) {
                begun.unanswered = true;
                world.later(asked + times.giveUp(), () -> giveUp(begun));
            } else {
                answered(begun);
            }
        });
    }

    /** The store can be reached by some who could not before: what they asked gets there. */
    void reached() {
        Write waiting = writing;
        if (waiting != null && waiting.unanswered && store.answers(waiting.writer)) {
            world.later(world.now() + times.persist(), () -> answered(waiting));
        }
    }

    private void answered(Write write) {
        if (writing != write) {
            return;
        }
        if (write.writer == lease.holder()) {
            writing = null;
            commit(write);
            write(write.writer);
        } else {
            // Somebody else leads by now, or nobody: the store turns it down.
            List<Step> steps = steps();
            writing = null;
            if (write.writer.isRunning()) {
                write.writer.failed(steps);
                write.writer.read(store.kept());
            }
            forget();
            write.taken.forEach(each -> again.accept(each.agent));
        }
        next();
    }

    private void giveUp(Write write) {
        if (writing != write) {
            return;
        }
        List<Step> steps = steps();
        writing = null;
        if (write.writer.isRunning()) {
            write.writer.failed(steps);
            write.writer.couldNotWrite();
            remarks.tell(write.writer.name, "gives up a write that the store does not answer");
        }
        forget();
        write.taken.forEach(each -> take(each.agent));
        next();
    }

    /** What was stepped on top of a write that failed is to be taken anew. */
    private void forget() {
        gathered.forEach(each -> arrived.add(each.agent));
        gathered = new ArrayList<>();
    }

    private void next() {
        List<Agent> waiting = arrived;
        arrived = new ArrayList<>();
        waiting.forEach(this::take);
    }

    private void commit(Write write) {
        write.writer.become(write.durable);
        write.writer.wrote();
        store.keep(write.durable);
        List<Change> changes = new ArrayList<>();
        for (Taken each : write.taken) {
            each.agent.busy = false;
            for (Effect effect : each.step.effects()) {
                switch (effect) {
                    case Effect.Persist(long _, List<Change> some) -> changes.addAll(some);
                    case Effect.Announce(var difference) -> write.writer.tell(difference);
                    case Effect.ReplyToAgent(DeviceName _, var reply) ->
                        each.agent.acknowledge(each.report, reply.acknowledged());
                    case Effect.Refused(var _, String reason) -> remarks.tell(each.agent.node, "refused: " + reason);
                    case Effect.Warn(String subject, String text) ->
                        remarks.tell(write.writer.name, subject + ": " + text);
                }
            }
        }
        write.writer.settle();
        tellAhead(write.writer);
        for (Replica each : replicas) {
            if (each != write.writer) {
                world.later(world.now() + times.follow(), () -> follow(each, changes, write.durable.revision()));
            }
        }
        write.taken.forEach(each -> again.accept(each.agent));
    }

    private void follow(Replica replica, List<Change> changes, long revision) {
        if (replica.isRunning() && store.answers(replica) && replica.state().revision() < revision) {
            Step step = replica.core.follow(replica.state(), changes, revision);
            replica.become(step.state());
            for (Effect each : step.effects()) {
                if (each instanceof Effect.Announce(var difference)) {
                    replica.tell(difference);
                }
            }
            replica.settle();
        }
    }
}
