package io.heddle.model.fabric;

import java.util.Set;

/**
 * What is broken: devices that are dead and cables that are cut. A dead card is the cut of all its cables.
 */
public record Outage(Set<DeviceName> devices, Set<Link> links) {

    /** Nothing is broken. */
    public static final Outage NONE = new Outage(Set.of(), Set.of());

    public Outage {
        devices = Set.copyOf(devices);
        links = Set.copyOf(links);
    }

    public static Outage of(DeviceName device) {
        return new Outage(Set.of(device), Set.of());
    }

    public static Outage of(Link link) {
        return new Outage(Set.of(), Set.of(link));
    }

    public boolean isUp(DeviceName device) {
        return !devices.contains(device);
    }

    /** A cable carries traffic while it is whole and both of its devices live. */
    public boolean isUp(Link link) {
        return !links.contains(link) && isUp(link.a().device()) && isUp(link.b().device());
    }
}
