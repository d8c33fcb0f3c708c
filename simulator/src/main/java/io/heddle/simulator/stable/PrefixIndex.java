package io.heddle.simulator.stable;

import io.heddle.model.net.AddressSet;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the bundle of a prefix. IPv4 pod addresses cost eight bytes each. */
final class PrefixIndex {

    /** No bundle has the prefix. */
    static final int ABSENT = -1;

    /** An address, its sign flipped so that signed order is address order, above the bundle's number. */
    private final long[] v4Hosts;

    private final Map<IpAddress, Integer> v6Hosts = new HashMap<>();
    private final Map<Prefix, Integer> listed = new HashMap<>();
    private final boolean[] v4Lengths = new boolean[33];
    private final boolean[] v6Lengths = new boolean[129];

    PrefixIndex(List<Bundle> bundles) {
        int hosts = 0;
        for (Bundle each : bundles) {
            if (each.prefixes() instanceof PrefixSet.Hosts packed && packed.family() == IpFamily.IPV4) {
                hosts += packed.size();
            }
        }
        v4Hosts = new long[hosts];
        int at = 0;
        int[] addresses = new int[0];
        for (int b = 0; b < bundles.size(); b++) {
            switch (bundles.get(b).prefixes()) {
                case PrefixSet.Hosts(AddressSet set)
                when set.family() == IpFamily.IPV4 -> {
                    addresses = addresses.length < set.size() ? new int[set.size()] : addresses;
                    set.copyV4(addresses, 0);
                    for (int i = 0; i < set.size(); i++) {
                        v4Hosts[at++] = key(addresses[i], b);
                    }
                }
                case PrefixSet.Hosts(AddressSet set) -> {
                    for (int i = 0; i < set.size(); i++) {
                        v6Hosts.put(set.get(i), b);
                    }
                }
                case PrefixSet.Listed(List<Prefix> prefixes) -> {
                    for (Prefix each : prefixes) {
                        listed.put(each, b);
                        lengths(each.family())[each.length()] = true;
                    }
                }
            }
        }
        v4Lengths[32] = v4Lengths[32] || hosts > 0;
        v6Lengths[128] = v6Lengths[128] || !v6Hosts.isEmpty();
        Arrays.parallelSort(v4Hosts);
    }

    private static long key(int address, int bundle) {
        return (long) (address ^ Integer.MIN_VALUE) << 32 | bundle;
    }

    private boolean[] lengths(IpFamily family) {
        return family == IpFamily.IPV4 ? v4Lengths : v6Lengths;
    }

    /** Whether any prefix of this family has this length. */
    boolean has(IpFamily family, int length) {
        return lengths(family)[length];
    }

    /** The number of the bundle with this prefix, or {@link #ABSENT}. */
    int find(Prefix prefix) {
        if (!has(prefix.family(), prefix.length())) {
            return ABSENT;
        }
        if (prefix.isHost()) {
            int found = prefix.family() == IpFamily.IPV4
                    ? findV4((int) prefix.address().low())
                    : v6Hosts.getOrDefault(prefix.address(), ABSENT);
            if (found != ABSENT) {
                return found;
            }
        }
        return listed.getOrDefault(prefix, ABSENT);
    }

    private int findV4(int address) {
        int at = Arrays.binarySearch(v4Hosts, key(address, 0));
        int place = at >= 0 ? at : -1 - at;
        return place < v4Hosts.length && (int) (v4Hosts[place] >> 32) == (address ^ Integer.MIN_VALUE)
                ? (int) v4Hosts[place]
                : ABSENT;
    }
}
