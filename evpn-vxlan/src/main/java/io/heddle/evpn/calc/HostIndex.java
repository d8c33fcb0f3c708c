package io.heddle.evpn.calc;

import org.jspecify.annotations.Nullable;

/** Type 2 paths by MAC, each MAC's in one array. */
final class HostIndex {

    private HostIndex() {}

    static void add(LongTable<Path.Host[]> byMac, Path.Host path) {
        byMac.put(path.mac(), Hosts.with(byMac.get(path.mac()), path));
    }

    static void remove(LongTable<Path.Host[]> byMac, Path.Host path) {
        put(byMac, path.mac(), Hosts.without(Hosts.orNone(byMac.get(path.mac())), path));
    }

    private static void put(LongTable<Path.Host[]> byMac, long mac, Path.Host @Nullable [] left) {
        if (left == null || left.length == 0) {
            byMac.remove(mac);
        } else {
            byMac.put(mac, left);
        }
    }
}
