package io.heddle.test.fabrics;

import io.heddle.model.fabric.Link;
import io.heddle.model.net.Asn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A random fabric half made: what the steps of {@link RandomFabrics} hand on. */
final class Draft {

    /** A router's address on a VLAN, without length. */
    record Place(String router, int vlan) {}

    final Dice dice;
    final Sketch sketch = new Sketch();
    final RandomPolicies policies;

    /** Where nodes, VTEPs and exits go. */
    final List<String> leafs = new ArrayList<>();

    final List<String> spines = new ArrayList<>();
    final List<String> nodes = new ArrayList<>();
    final List<String> exits = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    /** Routers that speak BGP, with their AS. */
    final Map<String, Asn> speakers = new LinkedHashMap<>();

    /** Leafs that share an anycast VTEP and a peer link. */
    final Map<String, String> mlagPeer = new TreeMap<>();

    final Map<Place, String> addresses = new LinkedHashMap<>();
    final boolean ipv6;
    private final Map<String, Integer> counters = new TreeMap<>();

    Draft(long seed, List<Asn> asns) {
        dice = new Dice(seed);
        ipv6 = dice.chance(0.4);
        policies = new RandomPolicies(dice, dice.pick(List.of(0.0, 0.0, 0.1, 0.3, 0.7)), asns);
    }

    /** Numbers from 1, one series a purpose. */
    int next(String purpose) {
        return counters.merge(purpose, 1, Integer::sum);
    }

    /** Router ids do not follow names, so that ties are not broken by name alone. */
    String nextRouterId() {
        return "10.0." + dice.between(0, 3) + "." + next("router id");
    }

    long asOf(String speaker) {
        return Optional.ofNullable(speakers.get(speaker)).orElseThrow().value();
    }

    String addressAt(Place place) {
        return Optional.ofNullable(addresses.get(place)).orElseThrow();
    }

    List<String> switches() {
        List<String> all = new ArrayList<>(leafs);
        all.addAll(spines);
        return all;
    }
}
