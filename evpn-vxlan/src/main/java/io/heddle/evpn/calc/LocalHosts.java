package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every local host, by VLAN and MAC, by VLAN and address, and by switch. Single-threaded. */
final class LocalHosts {

    private final SwitchSet none;
    private final LongTable<LongTable<List<LocalHost>>> byMac = new LongTable<>();
    private final LongTable<AddressTable<List<LocalHost>>> byAddress = new LongTable<>();

    /** By switch and VLAN, then by MAC. */
    private final LongTable<LongTable<LocalHost>> bySwitch = new LongTable<>();

    LocalHosts(SwitchSet none) {
        this.none = none;
    }

    void add(LocalHost host) {
        LongTable<List<LocalHost>> macs = byMac.get(host.vlan());
        if (macs == null) {
            macs = new LongTable<>();
            byMac.put(host.vlan(), macs);
        }
        macs.put(host.mac().bits(), with(macs.get(host.mac().bits()), host));
        AddressTable<List<LocalHost>> addresses = byAddress.get(host.vlan());
        if (addresses == null) {
            addresses = new AddressTable<>();
            byAddress.put(host.vlan(), addresses);
        }
        for (IpAddress each : host.addresses()) {
            addresses.put(each, with(addresses.get(each), host));
        }
        LongTable<LocalHost> there = on(host.at(), host.vlan());
        if (there == null) {
            there = new LongTable<>();
            bySwitch.put(key(host.at(), host.vlan()), there);
        }
        there.put(host.mac().bits(), host);
    }

    void remove(LocalHost host) {
        LongTable<List<LocalHost>> macs = byMac.get(host.vlan());
        List<LocalHost> left = without(macs == null ? null : macs.get(host.mac().bits()), host);
        if (macs != null && left.isEmpty()) {
            macs.remove(host.mac().bits());
        } else if (macs != null) {
            macs.put(host.mac().bits(), left);
        }
        AddressTable<List<LocalHost>> addresses = byAddress.get(host.vlan());
        for (IpAddress each : host.addresses()) {
            if (addresses == null) {
                break;
            }
            List<LocalHost> others = without(addresses.get(each), host);
            if (others.isEmpty()) {
                addresses.remove(each);
            } else {
                addresses.put(each, others);
            }
        }
        LongTable<LocalHost> there = on(host.at(), host.vlan());
        if (there != null) {
            there.remove(host.mac().bits());
        }
    }

    private static long key(int number, int vlan) {
        return (long) number << Integer.SIZE | vlan;
    }

    private static List<LocalHost> with(@Nullable List<LocalHost> hosts, LocalHost added) {
        if (hosts == null) {
            return List.of(added);
        }
        List<LocalHost> longer = new ArrayList<>(hosts);
        longer.add(added);
        return List.copyOf(longer);
    }

    private static List<LocalHost> without(@Nullable List<LocalHost> hosts, LocalHost removed) {
        if (hosts == null || hosts.size() == 1 && hosts.getFirst().equals(removed)) {
            return List.of();
        }
        List<LocalHost> left = new ArrayList<>(hosts);
        left.remove(removed);
        return List.copyOf(left);
    }

    @Nullable
    LocalHost at(int number, int vlan, long mac) {
        LongTable<LocalHost> there = on(number, vlan);
        return there == null ? null : there.get(mac);
    }

    /** The hosts of a switch on a VLAN by MAC; null if it never had one. */
    @Nullable
    LongTable<LocalHost> on(int number, int vlan) {
        return bySwitch.get(key(number, vlan));
    }

    List<LocalHost> ofMac(int vlan, long mac) {
        LongTable<List<LocalHost>> macs = byMac.get(vlan);
        List<LocalHost> found = macs == null ? null : macs.get(mac);
        return found == null ? List.of() : found;
    }

    List<LocalHost> ofAddress(int vlan, IpAddress address) {
        AddressTable<List<LocalHost>> addresses = byAddress.get(vlan);
        List<LocalHost> found = addresses == null ? null : addresses.get(address);
        return found == null ? List.of() : found;
    }

    /** The switches where a MAC is local. */
    SwitchSet switchesOf(int vlan, long mac) {
        return switches(ofMac(vlan, mac));
    }

    SwitchSet switches(List<LocalHost> hosts) {
        SwitchSet switches = none;
        for (LocalHost each : hosts) {
            switches = switches.with(each.at());
        }
        return switches;
    }
}
