package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A map from addresses: IPv4 compact, IPv6 in a tree. Single-threaded. */
final class AddressTable<V> {

    private final LongTable<V> v4 = new LongTable<>();
    private final Map<IpAddress, V> v6 = new TreeMap<>();

    @Nullable
    V get(IpAddress address) {
        return address.isV4() ? v4.get(address.low()) : v6.get(address);
    }

    void put(IpAddress address, V value) {
        if (address.isV4()) {
            v4.put(address.low(), value);
        } else {
            v6.put(address, value);
        }
    }

    void remove(IpAddress address) {
        if (address.isV4()) {
            v4.remove(address.low());
        } else {
            v6.remove(address);
        }
    }

    /** Every address, ascending. */
    void forEach(Consumer<IpAddress> action) {
        for (long each : v4.sortedKeys()) {
            action.accept(IpAddress.v4(each));
        }
        v6.keySet().forEach(action);
    }
}
