package io.heddle.lab.observe;

import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.Meaning;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the forwarding database and the neighbours of one namespace. Single-threaded. */
final class BridgeReader {

    private record Key(VlanId vlan, Mac mac) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byVlan = vlan.compareTo(other.vlan);
            return byVlan != 0 ? byVlan : mac.compareTo(other.mac);
        }
    }

    private static final Mac EVERYONE = new Mac(0);

    private final SwitchFace face;
    private final Map<Key, FdbEntry> local = new TreeMap<>();
    private final Map<Key, TreeSet<IpAddress>> remote = new TreeMap<>();
    final List<FloodEntry> flood = new ArrayList<>();
    final List<NeighborEntry> neighbors = new ArrayList<>();

    /** VTEPs that a tenant's router MACs lie behind. */
    final List<IpAddress> routers = new ArrayList<>();

    BridgeReader(SwitchFace face) {
        this.face = face;
    }

    void fdb(JsonValue entry) {
        Optional<Meaning> meaning = entry.text("ifname").flatMap(face::meaning);
        Optional<Mac> mac = entry.text("mac").map(Mac::parse);
        if (meaning.isEmpty() || mac.isEmpty()) {
            return;
        }
        Optional<IpAddress> vtep = entry.text("dst").map(IpAddress::parse);
        boolean permanent = entry.text("state").filter("permanent"::equals).isPresent();
        switch (meaning.get()) {
            case Meaning.Member member -> {
                if (!permanent && entry.text("master").isPresent()) {
                    local.put(
                            new Key(member.vlan(), mac.get()),
                            new FdbEntry(member.vlan(), mac.get(), new FdbEntry.Target.Port(member.bridgePort())));
                }
            }
            case Meaning.Tunnel tunnel -> {
                if (vtep.isPresent() && mac.get().equals(EVERYONE)) {
                    flood.add(new FloodEntry(tunnel.vni(), vtep.get()));
                } else if (vtep.isPresent()) {
                    remote.computeIfAbsent(new Key(tunnel.vlan(), mac.get()), _ -> new TreeSet<>())
                            .add(vtep.get());
                }
            }
            case Meaning.TenantTunnel _ -> {
                if (!mac.get().equals(EVERYONE)) {
                    vtep.ifPresent(routers::add);
                }
            }
            case Meaning.Loopback _, Meaning.Routed _, Meaning.Vlan _, Meaning.Tenant _ -> {}
        }
    }

    /** After every {@link #fdb}: the VTEP of a neighbour is that of its MAC. */
    void neighbor(JsonValue entry) {
        Optional<Meaning> meaning = entry.text("dev").flatMap(face::meaning);
        Optional<Mac> mac = entry.text("lladdr").map(Mac::parse);
        Optional<IpAddress> address = entry.text("dst").map(IpAddress::parse);
        boolean failed = entry.items("state").stream()
                .anyMatch(each ->
                        each.equals(new JsonValue.Scalar("FAILED")) || each.equals(new JsonValue.Scalar("INCOMPLETE")));
        if (failed || mac.isEmpty() || address.isEmpty() || address.get().isLinkLocal()) {
            return;
        }
        if (meaning.orElse(null) instanceof Meaning.Vlan(VlanId vlan)) {
            neighbors.add(new NeighborEntry(vlan, address.get(), mac.get(), vtep(new Key(vlan, mac.get()))));
        }
    }

    private Optional<IpAddress> vtep(Key key) {
        TreeSet<IpAddress> vteps = remote.get(key);
        return vteps == null || local.containsKey(key) ? Optional.empty() : Optional.of(vteps.first());
    }

    /** Local entries win: a MAC both on a port and behind a VTEP is forwarded by the bridge. */
    List<FdbEntry> macs() {
        Map<Key, FdbEntry> macs = new TreeMap<>(local);
        remote.forEach((key, vteps) -> macs.putIfAbsent(
                key, new FdbEntry(key.vlan(), key.mac(), new FdbEntry.Target.Vteps(List.copyOf(vteps)))));
        return List.copyOf(macs.values());
    }
}
