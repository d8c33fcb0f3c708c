package io.heddle.model.fabric;

import java.util.Set;

/**
 * What is broken: devices that are dead and cables that are cut. A dead card is the cut of all its cables.
 *
 * @param lit ports with light all the same, on cables that carry nothing: their devices take what they know without asking for true
 */
public record Outage(Set<DeviceName> devices, Set<Link> links, Set<PortRef> lit) {

    /** Nothing is broken. */
    public static final Outage NONE = new Outage(Set.of(), Set.of());

    public Outage {
        devices = Set.copyOf(devices);
        links = Set.copyOf(links);
        lit = Set.copyOf(lit);
    }

    /** That everybody sees. */
    public Outage(Set<DeviceName> devices, Set<Link> links) {
        this(devices, links, Set.of());
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

    /** Whether a cable looks whole from one of its ends. */
    public boolean isLit(Link link, PortRef end) {
        return isUp(link) || lit.contains(end);
    }
}
