package io.heddle.cni.report;

import io.heddle.cni.ipam.Allocation;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.ipam.LedgerEvent;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells the controller what is attached, again and again until it has acknowledged. {@link #happened} is called by whoever changes
 * allocations and returns at once; {@link #step} by one thread alone.
 */
public final class Reporter implements Ipam.Listener {

    /** Events kept for the controller; when it is away for longer, a whole report takes their place. */
    private static final int KEPT = 10_000;

    private final DeviceName node;
    private final Ipam ipam;
    private final ControllerLink controller;
    private final GrantedBlocks blocks;
    private final Deque<AgentEvent> waiting = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private boolean whole = true;
    private boolean owed;
    /** The number of the last event that the controller has taken. */
    private long told;

    public Reporter(DeviceName node, Ipam ipam, ControllerLink controller, GrantedBlocks blocks) {
        this.node = node;
        this.ipam = ipam;
        this.controller = controller;
        this.blocks = blocks;
    }

    @Override
    public synchronized void happened(long number, LedgerEvent event, Optional<Allocation> gone) {
        switch (event) {
            case LedgerEvent.Attached attached -> waiting.add(attached(number, attached.allocation()));
            case LedgerEvent.Released released ->
                waiting.add(new AgentEvent.PodDetached(
                        number,
                        released.key().containerId(),
                        released.key().interfaceName(),
                        gone.map(Allocation::addresses).orElse(List.of()),
                        released.atMillis()));
            case LedgerEvent.Remembered _ -> {}
        }
        if (waiting.size() > KEPT) {
            waiting.clear();
            whole = true;
        }
        news.release();
    }

    /** Waits until something happened since the last call, or this long. */
    public void await(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /**
     * Sends one report, be it empty: the reply may have new blocks.
     *
     * @return whether the blocks changed
     * @throws IOException when the controller did not answer; everything is still to be told
     */
    public boolean step() throws IOException {
        AgentReport report = report();
        Optional<AgentReply> answer = controller.send(report);
        if (answer.isEmpty()) {
            taken(report);
            return false;
        }
        AgentReply reply = answer.get();
        boolean changed = blocks.replace(reply.grants());
        acknowledged(report, reply);
        return changed;
    }

    /** Everything is told again with what comes next. */
    private synchronized void taken(AgentReport report) {
        owed = true;
        told = report.upTo();
        nextAtOnce();
    }

    private synchronized void acknowledged(AgentReport report, AgentReply reply) {
        owed = false;
        if (reply.acknowledged() < report.upTo()) {
            whole = true; // another controller, or one that lost its memory
            if (!report.whole()) {
                news.release(); // at once, not when something happens next
            }
            return;
        }
        if (report.whole()) {
            whole = false;
        }
        told = reply.acknowledged();
        waiting.removeIf(each -> each.number() <= reply.acknowledged());
        nextAtOnce();
    }

    /** What was not yet on disk when the last report was made. */
    private void nextAtOnce() {
        if (!waiting.isEmpty() && waiting.getLast().number() > told) {
            news.release();
        }
    }

    /** Whether the controller has taken the last report and still owes its acknowledgement: it is to be asked soon. */
    public synchronized boolean isOwed() {
        return owed;
    }

    /** What is not on disk may be taken back by a power cut: of what has not been told, the first is waited for, and what is there with it is told. */
    private AgentReport report() throws IOException {
        Optional<AgentReport> all = whole();
        if (all.isPresent()) {
            ipam.settle(all.get().upTo());
            return all.get();
        }
        OptionalLong first = firstUntold();
        if (first.isPresent()) {
            ipam.settle(first.getAsLong());
        }
        long upTo = ipam.settled();
        synchronized (this) {
            return new AgentReport(
                    node,
                    false,
                    upTo,
                    waiting.stream().filter(each -> each.number() <= upTo).toList());
        }
    }

    private synchronized OptionalLong firstUntold() {
        return waiting.stream()
                .mapToLong(AgentEvent::number)
                .filter(each -> each > told)
                .findFirst();
    }

    /** Everything that is attached, if that is to be told. */
    private Optional<AgentReport> whole() {
        synchronized (this) {
            if (!whole) {
                return Optional.empty();
            }
        }
        // Lock order everywhere: ipam, then this.
        Ipam.Snapshot snapshot = ipam.snapshot();
        List<AgentEvent> events = new ArrayList<>();
        snapshot.allocations().forEach(each -> events.add(attached(snapshot.number(), each)));
        return Optional.of(new AgentReport(node, true, snapshot.number(), events));
    }

    private AgentEvent attached(long number, Allocation allocation) {
        return new AgentEvent.PodAttached(
                number,
                allocation.key().containerId(),
                allocation.key().interfaceName(),
                allocation.network(),
                new Endpoint(
                        allocation.pod(),
                        node,
                        allocation.mac(),
                        allocation.addresses().stream().filter(IpAddress::isV4).findFirst(),
                        allocation.addresses().stream()
                                .filter(each -> !each.isV4())
                                .findFirst()),
                allocation.sinceMillis());
    }
}
