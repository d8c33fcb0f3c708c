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
        ipam.settle(report.upTo()); // what is not on disk may be taken back by a power cut
        AgentReply reply = controller.send(report);
        boolean changed = blocks.replace(reply.grants());
        synchronized (this) {
            if (reply.acknowledged() < report.upTo()) {
                whole = true; // another controller, or one that lost its memory
                if (!report.whole()) {
                    news.release(); // at once, not when something happens next
                }
                return changed;
            }
            if (report.whole()) {
                whole = false;
            }
            waiting.removeIf(each -> each.number() <= reply.acknowledged());
        }
        return changed;
    }

    private AgentReport report() {
        // Lock order everywhere: ipam, then this.
        Ipam.Snapshot snapshot = ipam.snapshot();
        synchronized (this) {
            if (whole) {
                List<AgentEvent> events = new ArrayList<>();
                snapshot.allocations().forEach(each -> events.add(attached(snapshot.number(), each)));
                return new AgentReport(node, true, snapshot.number(), events);
            }
            List<AgentEvent> events = waiting.stream()
                    .filter(each -> each.number() <= snapshot.number())
                    .toList();
            return new AgentReport(node, false, snapshot.number(), events);
        }
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
