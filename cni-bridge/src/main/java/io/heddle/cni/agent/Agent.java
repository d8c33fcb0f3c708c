package io.heddle.cni.agent;

import io.heddle.cni.attach.HostLink;
import io.heddle.cni.attach.PodInterface;
import io.heddle.cni.attach.RoutedNetwork;
import io.heddle.cni.ipam.Allocation;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.json.Json;
import io.heddle.cni.linux.Errno;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniRequest;
import io.heddle.cni.spec.CniResult;
import io.heddle.cni.spec.CniVersion;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/** Answers requests. Safe for many threads, which must be platform threads in the node's namespace. */
public final class Agent {

    private static final int LOCKS = 64;

    private final AgentConfig config;
    private final Ipam ipam;
    private final RoutingSockets host;
    private final Executor disk;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /** @param disk runs what waits for the disk while the kernel is changed */
    public Agent(AgentConfig config, Ipam ipam, RoutingSockets host, Executor disk) {
        this.config = config;
        this.ipam = ipam;
        this.host = host;
        this.disk = disk;
        Arrays.setAll(locks, _ -> new ReentrantLock());
    }

    /** Answers one run of the plugin. */
    public Answer answer(Map<String, String> environment, byte[] input) {
        CniRequest request;
        try {
            request = CniRequest.read(environment, input);
        } catch (CniRequest.Refused e) {
            return Answer.error(e.json());
        }
        try {
            return answer(request);
        } catch (CniException e) {
            return Answer.error(e.json(request.version().toString()));
        } catch (LinuxException e) {
            return Answer.error(new CniException(CniCode.KERNEL_REFUSED, String.valueOf(e.getMessage()))
                    .json(request.version().toString()));
        } catch (IOException e) {
            return Answer.error(new CniException(CniCode.IO_FAILURE, String.valueOf(e.getMessage()))
                    .json(request.version().toString()));
        }
    }

    private Answer answer(CniRequest request) throws CniException, IOException {
        return switch (request.command()) {
            case ADD -> alone(request, this::add);
            case DEL -> alone(request, this::delete);
            case VERSION -> Answer.result(versions(request.version()));
            case CHECK, GC, STATUS ->
                throw new CniException(CniCode.NOT_AVAILABLE, request.command() + " is not built yet");
        };
    }

    private interface Operation {
        Answer on(CniRequest request, AttachmentKey key) throws CniException, IOException;
    }

    /** One operation at a time on an attachment. */
    private Answer alone(CniRequest request, Operation operation) throws CniException, IOException {
        AttachmentKey key = request.key().orElseThrow();
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            return operation.on(request, key);
        } finally {
            lock.unlock();
        }
    }

    private Answer add(CniRequest request, AttachmentKey key) throws CniException, IOException {
        NetworkConfig network = network(request);
        String netns = request.netns().orElseThrow();
        if (ipam.allocation(key).isPresent()) {
            throw new CniException(
                    CniCode.INTERFACE_EXISTS,
                    "container " + key.containerId() + " has " + key.interfaceName() + " already; DEL comes first");
        }
        try (NetworkNamespace namespace = open(netns)) {
            Ipam.Grant grant = ipam.allocate(
                    network.addresses(), new Ipam.Demand(key, request.args().pod(), netns, List.of(), Agent::macOf));
            try {
                CompletableFuture<Void> settled = settle(grant.number());
                CniResult result = attach(network, namespace, grant.allocation());
                await(settled);
                return Answer.result(result.json(request.version(), Optional.empty()));
            } catch (LinuxException e) {
                undo(key, e);
                throw e;
            }
        }
    }

    private CniResult attach(NetworkConfig network, NetworkNamespace namespace, Allocation allocation)
            throws LinuxException {
        return new RoutedNetwork(host, network.mtu())
                .attach(new PodInterface(
                        allocation.key(), namespace, allocation.netns(), allocation.mac(), allocation.addresses()));
    }

    private void undo(AttachmentKey key, LinuxException cause) {
        try {
            removeLink(key);
            ipam.release(key);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private Answer delete(CniRequest request, AttachmentKey key) throws IOException {
        removeLink(key);
        ipam.release(key);
        return Answer.SILENCE;
    }

    private void removeLink(AttachmentKey key) throws LinuxException {
        try {
            host.run("link removed", List.of(Links.delete(HostLink.of(key).name())));
        } catch (LinuxException e) {
            if (e.errno() != Errno.ENODEV) {
                throw e;
            }
        }
    }

    private NetworkConfig network(CniRequest request) throws CniException {
        return config.network(request.network())
                .orElseThrow(() -> new CniException(
                        CniCode.BAD_CONFIGURATION,
                        "name: found '" + request.network() + "', the agent's configuration has networks "
                                + config.networkNames()));
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

    private static Json.Members versions(CniVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("cniVersion", Json.text(version));
        members.put(
                "supportedVersions",
                Json.array(Arrays.stream(CniVersion.values()).map(Json::text).toList()));
        return new Json.Members(members);
    }
}
