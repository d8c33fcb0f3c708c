package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cuts all originations into {@link RouteClass classes} and {@link Bundle bundles}. Single-threaded; made once a solution. */
final class RouteClasses {

    /**
     * What makes a class.
     *
     * @param origins originators, or a stub's manner of attachment
     */
    private record Key(int spread, Object origins, PrefixLists.Answers answers, int aggregate) {}

    private record BundleKey(RouteClass routeClass, int stub) {}

    private final CoreGraph core;
    private final PrefixLists lists;
    private final boolean shareStubs;
    private final int[] spreads;
    private final long[] coreIds;
    private final Set<Asn> coreAses = new HashSet<>();
    private final Map<Key, RouteClass> classes = new HashMap<>();
    private final List<RouteClass> ordered = new ArrayList<>();
    private final List<Bundle> bundles = new ArrayList<>();
    private final Map<PeerGroup, Integer> groupNumbers = new HashMap<>();
    private final IdentityHashMap<PeerGroup, Integer> groupByIdentity = new IdentityHashMap<>();
    private final Map<Integer, List<Long>> attachmentKeys = new HashMap<>();

    /**
     * Classes.
     *
     * @param shareStubs whether stubs that attach alike may share a class; refused where a stub's address travels as a third-party next
     *     hop
     */
    RouteClasses(CoreGraph core, PrefixLists lists, Originations originations, boolean shareStubs) {
        this.core = core;
        this.lists = lists;
        this.shareStubs = shareStubs;
        spreads = Arrays.stream(AddressFamily.values()).mapToInt(core::spreadOf).toArray();
        coreIds =
                Arrays.stream(core.routers).mapToLong(Router::routerId).sorted().toArray();
        for (Router each : core.routers) {
            coreAses.add(each.bgp().asn());
        }
        Map<BundleKey, List<Prefix>> listed = new HashMap<>();
        List<BundleKey> order = new ArrayList<>();
        new TreeMap<>(originations.listed()).forEach((prefix, originators) -> {
            BundleKey key = classify(prefix, familyOf(prefix.family()), distinct(originators), lists.answers(prefix));
            listed.computeIfAbsent(key, _ -> {
                        order.add(key);
                        return new ArrayList<>();
                    })
                    .add(prefix);
        });
        for (BundleKey each : order) {
            addListed(each, listed.getOrDefault(each, List.of()));
        }
        originations.podHosts().forEach(this::addHosts);
    }

    private void addListed(BundleKey key, List<Prefix> prefixes) {
        for (IpFamily family : IpFamily.values()) {
            List<Prefix> own =
                    prefixes.stream().filter(each -> each.family() == family).toList();
            if (!own.isEmpty()) {
                add(new PrefixSet.Listed(own), key);
            }
        }
    }

    private void add(PrefixSet prefixes, BundleKey key) {
        Router stub = key.stub < 0 ? null : core.graph.routers().get(key.stub);
        bundles.add(new Bundle(bundles.size(), prefixes, key.routeClass, stub));
    }

    private void addHosts(Originations.PodHosts pods) {
        if (pods.addresses().isEmpty()) {
            return;
        }
        AddressFamily family = familyOf(pods.addresses().family());
        List<Originator> originators = List.of(new Originator(pods.node(), Originator.Kind.OWN, Origin.INCOMPLETE));
        Prefix first = Prefix.host(pods.addresses().get(0));
        Prefix last = Prefix.host(pods.addresses().get(pods.addresses().size() - 1));
        if (lists.sameForAll(first, last)) {
            add(new PrefixSet.Hosts(pods.addresses()), classify(first, family, originators, lists.answers(first)));
            return;
        }
        Map<BundleKey, List<Prefix>> split = new HashMap<>();
        List<BundleKey> order = new ArrayList<>();
        for (int i = 0; i < pods.addresses().size(); i++) {
            Prefix prefix = Prefix.host(pods.addresses().get(i));
            BundleKey key = classify(prefix, family, originators, lists.answers(prefix));
            split.computeIfAbsent(key, _ -> {
                        order.add(key);
                        return new ArrayList<>();
                    })
                    .add(prefix);
        }
        order.forEach(each -> add(new PrefixSet.Listed(split.getOrDefault(each, List.of())), each));
    }

    private static AddressFamily familyOf(IpFamily family) {
        return family == IpFamily.IPV4 ? AddressFamily.IPV4_UNICAST : AddressFamily.IPV6_UNICAST;
    }

    /** Sorted, and of several originations by one router in one manner the lowest origin alone. */
    private static List<Originator> distinct(List<Originator> originators) {
        if (originators.size() == 1) {
            return originators;
        }
        List<Originator> sorted = new ArrayList<>(originators);
        sorted.sort(null);
        for (int i = sorted.size() - 1; i > 0; i--) {
            if (sorted.get(i).router().equals(sorted.get(i - 1).router())
                    && sorted.get(i).kind() == sorted.get(i - 1).kind()) {
                sorted.remove(i);
            }
        }
        return sorted;
    }

    /** The class of routes that a core router originates and that no prefix list knows: EVPN. */
    RouteClass ofSwitch(Router router, AddressFamily family) {
        List<Originator> originators = List.of(new Originator(router, Originator.Kind.OWN, Origin.IGP));
        PrefixLists.Answers none = new PrefixLists.Answers(new BitSet(), new BitSet());
        return classOf(new Key(spreads[family.ordinal()], originators, none, -1), family, originators, null);
    }

    private BundleKey classify(
            Prefix prefix, AddressFamily family, List<Originator> originators, PrefixLists.Answers answers) {
        int spread = spreads[family.ordinal()];
        Originator only = originators.getFirst();
        if (shareStubs && originators.size() == 1 && only.router().stub() && only.kind() == Originator.Kind.OWN) {
            Key key = new Key(spread, new StubKey(only.origin(), attachment(only.router())), answers, -1);
            return new BundleKey(
                    classOf(key, family, List.of(), only), only.router().number());
        }
        boolean aggregates = originators.stream().anyMatch(each -> each.kind() == Originator.Kind.AGGREGATE);
        int aggregate = aggregates ? lists.aggregate(prefix) : -1;
        return new BundleKey(classOf(new Key(spread, originators, answers, aggregate), family, originators, null), -1);
    }

    private RouteClass classOf(Key key, AddressFamily family, List<Originator> originators, @Nullable Originator stub) {
        return classes.computeIfAbsent(key, _ -> {
            RouteClass made = new RouteClass(ordered.size(), family, originators, stub, key.answers, key.aggregate);
            ordered.add(made);
            return made;
        });
    }

    private record StubKey(Origin origin, List<Long> attachment) {}

    /**
     * How a stub attaches: to which routers, in which groups, and what of its own identity could matter: its AS if others have it too, and
     * where its identifier stands among those of the core.
     */
    private List<Long> attachment(Router stub) {
        return attachmentKeys.computeIfAbsent(stub.number(), _ -> {
            List<Long> key = new ArrayList<>();
            key.add(
                    coreAses.contains(stub.bgp().asn())
                                    || lists.asksForAs(stub.bgp().asn())
                            ? stub.bgp().asn().value()
                            : 0L);
            key.add((long) Arrays.binarySearch(coreIds, stub.routerId()));
            for (int s : core.stubSessions.getOrDefault(stub.number(), List.of())) {
                key.add((long) core.to[s]);
                key.add((long) numberOf(core.sessions[s].received().group()));
                key.add((long) numberOf(core.sessions[s].sent().group()));
            }
            return List.copyOf(key);
        });
    }

    private int numberOf(PeerGroup group) {
        Integer known = groupByIdentity.get(group);
        if (known == null) {
            known = groupNumbers.computeIfAbsent(group, _ -> groupNumbers.size());
            groupByIdentity.put(group, known);
        }
        return known;
    }

    /** Classes in order of their numbers. */
    List<RouteClass> classes() {
        return ordered;
    }

    List<Bundle> bundles() {
        return bundles;
    }
}
