package io.heddle.cni.agent;

import io.heddle.cni.attach.HostLink;
import io.heddle.cni.attach.PodInterface;
import io.heddle.cni.ipam.Allocation;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.linux.Errno;
import io.heddle.cni.linux.LinkRemoval;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniRequest;
import io.heddle.cni.spec.CniResult;
import io.heddle.json.BadField;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Makes, removes and checks attachments: addresses and kernel together. Safe for many threads; one at a time on an attachment. */
final class Attachments {

    private static final int LOCKS = 256;

    private final Networks networks;
    private final Ipam ipam;
    private final LinkRemoval links;
    private final Executor disk;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /** @param disk runs what waits for the disk while the kernel is changed */
    Attachments(Networks networks, Ipam ipam, LinkRemoval links, Executor disk) {
        this.networks = networks;
        this.ipam = ipam;
        this.links = links;
        this.disk = disk;
        Arrays.setAll(locks, _ -> new ReentrantLock());
    }

    private ReentrantLock lock(AttachmentKey key) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        return lock;
    }

    CniResult add(CniRequest request, AttachmentKey key) throws CniException, BadField, IOException {
        NetworkConfig network = networks.of(request);
        String netns = request.netns().orElseThrow();
        PodWishes wishes = PodWishes.of(request);
        ReentrantLock lock = lock(key);
        try (NetworkNamespace namespace = open(netns)) {
            if (ipam.allocation(key).isPresent()) {
                throw new CniException(
                        CniCode.INTERFACE_EXISTS,
                        "container " + key.containerId() + " has " + key.interfaceName() + " already; DEL comes first");
            }
            Ipam.Grant grant = ipam.allocate(
                    networks.addresses(network, request.config()),
                    new Ipam.Demand(key, request.args().pod(), netns, wishes.addresses(), given -> wishes.mac()
                            .orElseGet(() -> macOf(given))));
            return settleAndAttach(network, namespace, grant);
        } finally {
            lock.unlock();
        }
    }

    private CniResult settleAndAttach(NetworkConfig network, NetworkNamespace namespace, Ipam.Grant grant)
            throws CniException, IOException {
        CompletableFuture<Void> settled = settle(grant.number());
        Allocation allocation = grant.allocation();
        try {
            CniResult result = networks.mode(network).attach(interfaceOf(allocation, namespace, allocation.mac()));
            await(settled);
            return result;
        } catch (IOException | CniException e) {
            undo(allocation.key(), e);
            throw e;
        }
    }

    private void undo(AttachmentKey key, Exception cause) {
        try {
            removeLink(key);
            ipam.release(key);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    void delete(AttachmentKey key) throws IOException {
        ReentrantLock lock = lock(key);
        try {
            removeLink(key);
            ipam.release(key);
        } finally {
            lock.unlock();
        }
    }

    private void removeLink(AttachmentKey key) throws LinuxException {
        links.remove(HostLink.of(key).name());
    }

    /** Refuses when something of the attachment is missing or changed. */
    void check(CniRequest request, AttachmentKey key) throws CniException, BadField, IOException {
        NetworkConfig network = networks.of(request);
        PreviousResult previous = PreviousResult.of(request)
                .orElseThrow(
                        () -> new CniException(CniCode.BAD_CONFIGURATION, "prevResult: found nothing, CHECK needs it"));
        ReentrantLock lock = lock(key);
        try (NetworkNamespace namespace = open(request.netns().orElseThrow())) {
            Allocation allocation = ipam.allocation(key)
                    .orElseThrow(() -> new CniException(CniCode.CHECK_FAILED, key + " has no addresses here"));
            List<String> differences = new ArrayList<>();
            List<IpAddress> named = previous.addresses();
            for (IpAddress each : allocation.addresses()) {
                if (!named.contains(each)) {
                    differences.add("prevResult does not have address " + each);
                }
            }
            Mac mac = previous.mac(key).orElse(allocation.mac());
            differences.addAll(networks.mode(network).check(interfaceOf(allocation, namespace, mac)));
            if (!differences.isEmpty()) {
                throw new CniException(CniCode.CHECK_FAILED, key + ": " + String.join("; ", differences));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Removes every attachment of a network but these, past those that fail. */
    void collect(String network, Set<AttachmentKey> valid) throws CniException {
        List<String> failures = new ArrayList<>();
        for (Allocation each : ipam.allocations()) {
            if (each.network().equals(network) && !valid.contains(each.key())) {
                try {
                    delete(each.key());
                    AgentLog.event("collected", "attachment", each.key());
                } catch (IOException e) {
                    failures.add(each.key() + ": " + e.getMessage());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new CniException(CniCode.KERNEL_REFUSED, "not removed: " + String.join("; ", failures));
        }
    }

    private static PodInterface interfaceOf(Allocation allocation, NetworkNamespace namespace, Mac mac) {
        return new PodInterface(allocation.key(), namespace, allocation.netns(), mac, allocation.addresses());
    }

    private static NetworkNamespace open(String path) throws CniException, LinuxException {
        try {
            return NetworkNamespace.open(path);
        } catch (LinuxException e) {
            if (e.errno() == Errno.ENOENT) {
                throw new CniException(CniCode.UNKNOWN_CONTAINER, "CNI_NETNS: " + path + " is not there");
            }
            throw e;
        }
    }

    /** The MAC follows from the address, so that a pod that moves with its address moves with its MAC. */
    private static Mac macOf(List<IpAddress> addresses) {
        IpAddress first = addresses.getFirst();
        return first.isV4() ? Endpoint.macOf(first) : Endpoint.macOf(IpAddress.v4(first.low() & 0xFFFF_FFFFL));
    }

    private CompletableFuture<Void> settle(long number) {
        CompletableFuture<Void> settled = new CompletableFuture<>();
        disk.execute(() -> {
            try {
                ipam.settle(number);
                settled.complete(null);
            } catch (IOException e) {
                settled.completeExceptionally(e);
            }
        });
        return settled;
    }

    private static void await(CompletableFuture<Void> settled) throws IOException {
        try {
            settled.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e);
        }
    }
}
