package io.heddle.model.endpoint;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.AddressSet;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one node, packed in columns (12 bytes an IPv4-only pod) and ordered by MAC, so that the order of reading leaves no
 * trace.
 */
public final class NodeEndpoints {

    private final DeviceName node;
    private final long[] macs;
    private final @Nullable IpAddress @Nullable [] ipv6;
    private final long[] ipv4;
    private final @Nullable String @Nullable [] names;
    private final AddressSet ipv4Set;
    private final AddressSet ipv6Set;

    private NodeEndpoints(
            DeviceName node,
            long[] macs,
            long[] ipv4,
            @Nullable IpAddress @Nullable [] ipv6,
            @Nullable String @Nullable [] names,
            AddressSet ipv4Set,
            AddressSet ipv6Set) {
        this.node = node;
        this.macs = macs;
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.names = names;
        this.ipv4Set = ipv4Set;
        this.ipv6Set = ipv6Set;
    }

    /** Pods written out, in any order; all must be on {@code node}. */
    public static NodeEndpoints of(DeviceName node, List<Endpoint> endpoints) {
        List<Endpoint> sorted = new ArrayList<>(endpoints);
        sorted.sort(Comparator.comparing(Endpoint::mac)
                .thenComparing(each -> each.ipv4().orElse(NO_V4))
                .thenComparing(each -> each.ipv6().orElse(NO_V4)));
        int size = sorted.size();
        long[] macs = new long[size];
        long[] ipv4 = new long[size];
        @Nullable IpAddress[] ipv6 = new IpAddress[size];
        @Nullable String[] names = new String[size];
        for (int i = 0; i < size; i++) {
            Endpoint each = sorted.get(i);
            if (!each.node().equals(node)) {
                throw new IllegalArgumentException("pod on " + each.node() + " given for " + node);
            }
            macs[i] = each.mac().bits();
            ipv4[i] = each.ipv4().map(IpAddress::low).orElse(-1L);
            ipv6[i] = each.ipv6().orElse(null);
            names[i] = each.name().orElse(null);
        }
        return new NodeEndpoints(
                node,
                macs,
                ipv4,
                ipv6,
                names,
                AddressSet.of(
                        IpFamily.IPV4,
                        sorted.stream().flatMap(each -> each.ipv4().stream()).toList()),
                AddressSet.of(
                        IpFamily.IPV6,
                        sorted.stream().flatMap(each -> each.ipv6().stream()).toList()));
    }

    /** Generated IPv4-only pods without names; MACs by {@link Endpoint#macOf}. */
    public static NodeEndpoints ofV4(DeviceName node, int[] addresses) {
        AddressSet set = AddressSet.ofV4(addresses);
        long[] macs = new long[set.size()];
        long[] ipv4 = new long[set.size()];
        for (int i = 0; i < macs.length; i++) {
            ipv4[i] = set.get(i).low();
            macs[i] = Endpoint.macOf(set.get(i)).bits();
        }
        return new NodeEndpoints(node, macs, ipv4, null, null, set, AddressSet.empty(IpFamily.IPV6));
    }

    private static final IpAddress NO_V4 = IpAddress.v4(0);

    public DeviceName node() {
        return node;
    }

    /** The number of pods. */
    public int size() {
        return macs.length;
    }

    /** The pod at {@code index}, ordered by MAC. */
    public Endpoint get(int index) {
        return new Endpoint(
                Optional.ofNullable(names == null ? null : names[index]),
                node,
                new Mac(macs[index]),
                ipv4[index] < 0 ? Optional.empty() : Optional.of(IpAddress.v4(ipv4[index])),
                Optional.ofNullable(ipv6 == null ? null : ipv6[index]));
    }

    /** Every pod address of one family, sorted. */
    public AddressSet addresses(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4Set : ipv6Set;
    }

    /** The position of a pod with this MAC, or -1. */
    public int indexOf(Mac mac) {
        int found = Arrays.binarySearch(macs, mac.bits());
        return found < 0 ? -1 : found;
    }

    @Override
    public String toString() {
        return size() + " pods on " + node;
    }
}
