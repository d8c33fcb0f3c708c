package io.heddle.render.frr;

import io.heddle.model.config.Action;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.render.UniqueNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Peer groups and neighbours. FRR's groups are internal or external, over ports or VLANs, as a whole, so a mixed one becomes several. */
final class Peers {

    /** FRR's {@code allowas-in} counts so far. */
    static final int MOST_OWN_AS = 10;

    /** What FRR keeps one group for. */
    private record Key(PeerGroup settings, boolean internal, boolean overVlan) {}

    /**
     * A peer group of FRR.
     *
     * @param overVlan its members are addresses on VLANs, where others may be next hops too; otherwise ports
     */
    record Group(String name, PeerGroup settings, boolean internal, boolean overVlan, List<Neighbor> members) {

        /** RFC 4456 knows clients within an AS only. */
        boolean reflects() {
            return internal && settings.routeReflectorClient();
        }
    }

    private final Router router;
    private final List<Group> groups = new ArrayList<>();

    Peers(Router router, BgpConfig bgp) {
        this.router = router;
        Map<Key, List<Neighbor>> byKey = new LinkedHashMap<>();
        UniqueNames<Key> names = new UniqueNames<>();
        for (Neighbor each : bgp.neighbors()) {
            each.port().ifPresent(port -> names.reserve(router.naming().port(port)));
            byKey.computeIfAbsent(
                            new Key(
                                    each.group(),
                                    each.remoteAs().equals(bgp.asn()),
                                    each.port().isEmpty()),
                            _ -> new ArrayList<>())
                    .add(each);
        }
        byKey.forEach((key, members) -> groups.add(new Group(
                names.of(key, key.settings().name()), key.settings(), key.internal(), key.overVlan(), members)));
    }

    List<Group> groups() {
        return groups;
    }

    /** Whether a path with the own AS in it can be in the table without being a loop. */
    boolean ownAsMayAppear() {
        return groups.stream()
                .map(Group::settings)
                .anyMatch(each ->
                        each.allowOwnAs() > 0 || prepends(each.importPolicy()) || prepends(each.exportPolicy()));
    }

    private static boolean prepends(Policy policy) {
        return policy.terms().stream()
                .flatMap(each -> each.actions().stream())
                .anyMatch(each -> each instanceof Action.PrependOwnAs);
    }

    List<String> declarations() {
        List<String> lines = new ArrayList<>();
        for (Group group : groups) {
            lines.add(" neighbor " + group.name() + " peer-group");
            if (group.internal()) {
                // FRR must know before it lets a group be of clients.
                lines.add(" neighbor " + group.name() + " remote-as internal");
            }
            if (group.settings().bfd()) {
                lines.add(" neighbor " + group.name() + " bfd");
            }
            group.members().forEach(each -> declare(each, group, lines));
        }
        return lines;
    }

    private void declare(Neighbor neighbor, Group group, List<String> lines) {
        String name = neighbor.address().map(IpAddress::toString).orElseGet(() -> router.naming()
                .port(neighbor.port().orElseThrow()));
        String head = " neighbor " + name + " ";
        String unnumbered = neighbor.address().isEmpty() ? "interface " : "";
        if (group.internal()) {
            lines.add(head + unnumbered + "peer-group " + group.name());
        } else {
            lines.add(head + unnumbered + "remote-as " + neighbor.remoteAs());
            lines.add(head + "peer-group " + group.name());
        }
        lines.add(head + "description " + neighbor.peer());
        if (neighbor.port().isEmpty()) {
            // Where the gateway's anycast address is on the interface too, the session must leave from our own.
            neighbor.address().flatMap(this::source).ifPresent(own -> lines.add(head + "update-source " + own));
        }
    }

    private Optional<IpAddress> source(IpAddress peer) {
        return router.lans().stream()
                .filter(each -> each.vrf().equals(VrfName.DEFAULT))
                .flatMap(each -> covering(each.own(), peer))
                .findFirst();
    }

    private static Stream<IpAddress> covering(List<InterfaceAddress> own, IpAddress peer) {
        return own.stream()
                .filter(each -> Prefix.covering(each.address(), each.length()).contains(peer))
                .map(InterfaceAddress::address);
    }
}
