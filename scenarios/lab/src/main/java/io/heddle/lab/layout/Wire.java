package io.heddle.lab.layout;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Optional;

/**
 * A pair of virtual interfaces that stands for cables.
 *
 * @param vlan the one VLAN it carries, since this kernel has none: a trunk is one wire a VLAN; absent on a routed link
 * @param cables one, or those of a bond between the same two devices, which one wire replaces
 * @param mtu in bytes
 */
public record Wire(End a, End b, Optional<VlanId> vlan, List<Link> cables, int mtu) {

    /** Above what kernels number by themselves. */
    private static final int FIRST_INDEX = 1_000_000;

    /**
     * An end in a namespace.
     *
     * @param name the interface
     * @param port what the model calls it there: the port on a routed link; a switch's bridge port, or a node's bond or port, on a bridged one
     */
    public record End(DeviceName device, String space, String name, String port) {}

    public Wire {
        cables = List.copyOf(cables);
    }

    /** Carries traffic while one of its cables does. */
    public boolean isUp(Outage outage) {
        return cables.stream().anyMatch(outage::isUp);
    }

    public boolean touches(DeviceName device) {
        return a.device().equals(device) || b.device().equals(device);
    }

    /** The end on this device. */
    public End at(DeviceName device) {
        return a.device().equals(device) ? a : b;
    }

    /** The end opposite to this device. */
    public End beyond(DeviceName device) {
        return a.device().equals(device) ? b : a;
    }

    /**
     * The line for {@code ip -batch}. The two ends get different numbers: where they have the same, each in its own namespace, the kernel
     * takes the end for a device without a lower one and keeps news of its carrier back for up to a second
     * ({@code linkwatch_urgent_event} in {@code net/core/link_watch.c}).
     *
     * @param number of the wire, from 0
     */
    String plug(int number) {
        int index = FIRST_INDEX + 2 * number;
        return "link add dev " + a.name() + " index " + index + " netns " + a.space() + " mtu " + mtu
                + " type veth peer name " + b.name() + " index " + (index + 1) + " netns " + b.space() + " mtu " + mtu;
    }
}
