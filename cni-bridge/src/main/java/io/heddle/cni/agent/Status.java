package io.heddle.cni.agent;

import io.heddle.cni.forward.ForwardingTrap;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import java.io.IOException;
import java.util.List;

/** Whether pods could be added, and would be reached. */
final class Status {

    private final Networks networks;
    private final Ipam ipam;
    private final ForwardingTrap trap;

    Status(Networks networks, Ipam ipam, ForwardingTrap trap) {
        this.networks = networks;
        this.ipam = ipam;
        this.trap = trap;
    }

    /** Returns when ADD would work; otherwise what is wrong, with its cure. */
    void requireReady(NetworkConfig network, Fields request) throws CniException, BadField, IOException {
        try {
            ipam.requireRoom(networks.addresses(network, request));
        } catch (CniException e) {
            throw new CniException(CniCode.NOT_AVAILABLE, String.valueOf(e.getMessage()), e.details());
        }
        if (!(network.mode() instanceof NetworkMode.Routed)) {
            return;
        }
        List<String> findings = trap.findings();
        if (!findings.isEmpty()) {
            throw new CniException(
                    CniCode.NOT_AVAILABLE_AND_LIMITED,
                    "pods of " + network.name() + " would not be reached: " + String.join("; ", findings));
        }
    }
}
