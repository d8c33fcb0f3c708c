package io.heddle.test.controller;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.test.cni.Containerd;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Pods of one node that containerd makes: a sandbox each, with its pause process and the network that it has the plugin make. */
final class ContainerPods implements AutoCloseable {

    private static final String CONFLIST = """
            {"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "heddle-cni"}]}""";

    private final ManagedLab lab;
    private final DeviceName node;
    private final Containerd containerd;
    private final Map<String, String> sandboxes = new ConcurrentHashMap<>();

    private ContainerPods(ManagedLab lab, DeviceName node, Containerd containerd) {
        this.lab = lab;
        this.node = node;
        this.containerd = containerd;
    }

    static ContainerPods start(ManagedLab lab, DeviceName node) {
        Path directory = lab.lab().path().resolve("containerd-" + node);
        return new ContainerPods(
                lab, node, Containerd.start(directory, lab.lab().space(node.value()), lab.agentSocket(node), CONFLIST));
    }

    /** As a kubelet: a sandbox that could not be started is removed, and whoever wants the pod tries again. */
    Pod add(String name) throws LabException {
        try {
            String sandbox = containerd.run(name, "");
            String space = containerd.namespace(sandbox);
            lab.lab().adopt(space);
            sandboxes.put(name, sandbox);
            return new Pod(node, name, space, IpAddress.parse(containerd.addresses(sandbox)));
        } catch (AssertionError e) {
            forget(name, e);
            throw new LabException("containerd starts no " + name + " at " + node + ": " + e.getMessage(), e);
        }
    }

    private void forget(String name, AssertionError why) throws LabException {
        try {
            containerd.forget(name);
        } catch (AssertionError e) {
            e.addSuppressed(why);
            throw new LabException("containerd keeps " + name + " at " + node + ": " + e.getMessage(), e);
        }
    }

    void remove(Pod pod) throws LabException {
        try {
            containerd.remove(Objects.requireNonNull(sandboxes.get(pod.name()), pod.name()));
            sandboxes.remove(pod.name());
        } catch (AssertionError e) {
            throw new LabException("containerd does not remove " + pod + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        containerd.close();
    }
}
