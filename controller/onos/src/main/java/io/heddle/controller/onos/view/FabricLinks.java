package io.heddle.controller.onos.view;

import io.heddle.controller.onos.OnosIds;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortRef;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultLink;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Link;
import org.onosproject.net.link.LinkListener;
import org.onosproject.net.link.LinkService;

/** The cables between switches as ONOS's link service: two links a cable, one each way. They do not change, so no listener is called. */
public final class FabricLinks implements LinkService {

    private final Set<Link> links = new LinkedHashSet<>();

    /** The cables of {@code fabric} that have a switch at both ends. */
    public FabricLinks(Fabric fabric) {
        PortIndex ports = PortIndex.of(fabric);
        for (io.heddle.model.fabric.Link each : fabric.links()) {
            Optional<ConnectPoint> a = point(fabric, ports, each.a());
            Optional<ConnectPoint> b = point(fabric, ports, each.b());
            if (a.isPresent() && b.isPresent()) {
                links.add(link(a.get(), b.get()));
                links.add(link(b.get(), a.get()));
            }
        }
    }

    private static Optional<ConnectPoint> point(Fabric fabric, PortIndex ports, PortRef end) {
        DeviceName device = end.device();
        return fabric.findSwitch(device).isEmpty()
                ? Optional.empty()
                : ports.find(end).map(port -> new ConnectPoint(OnosIds.deviceId(device), OnosIds.portNumber(port)));
    }

    private static Link link(ConnectPoint from, ConnectPoint to) {
        return DefaultLink.builder()
                .providerId(Provenance.HEDDLE)
                .src(from)
                .dst(to)
                .type(Link.Type.DIRECT)
                .state(Link.State.ACTIVE)
                .build();
    }

    private Set<Link> those(Predicate<Link> wanted) {
        return links.stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public int getLinkCount() {
        return links.size();
    }

    @Override
    public Iterable<Link> getLinks() {
        return Collections.unmodifiableSet(links);
    }

    @Override
    public Iterable<Link> getActiveLinks() {
        return getLinks();
    }

    @Override
    public Set<Link> getDeviceLinks(DeviceId id) {
        return those(each ->
                each.src().deviceId().equals(id) || each.dst().deviceId().equals(id));
    }

    @Override
    public Set<Link> getDeviceEgressLinks(DeviceId id) {
        return those(each -> each.src().deviceId().equals(id));
    }

    @Override
    public Set<Link> getDeviceIngressLinks(DeviceId id) {
        return those(each -> each.dst().deviceId().equals(id));
    }

    @Override
    public Set<Link> getLinks(ConnectPoint point) {
        return those(each -> each.src().equals(point) || each.dst().equals(point));
    }

    @Override
    public Set<Link> getEgressLinks(ConnectPoint point) {
        return those(each -> each.src().equals(point));
    }

    @Override
    public Set<Link> getIngressLinks(ConnectPoint point) {
        return those(each -> each.dst().equals(point));
    }

    @Override
    public @Nullable Link getLink(ConnectPoint from, ConnectPoint to) {
        return links.stream()
                .filter(each -> each.src().equals(from) && each.dst().equals(to))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void addListener(LinkListener listener) {}

    @Override
    public void removeListener(LinkListener listener) {}
}
