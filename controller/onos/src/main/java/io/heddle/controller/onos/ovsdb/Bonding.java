package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.Mac;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bond's columns (IEEE 802.1AX). Rules send to members, so the bond mode matters only to LACP; Open vSwitch leaves out of a select group a
 * member whose partner does not agree.
 *
 * <p>A bond to two leafs has one system and one key at both, and a number of its own at each port: to the node it is one partner.
 */
record Bonding(SwitchConfig config, BridgePort port) {

    private static final int NUMBER_BITS = 10;
    /** Odd, of the golden ratio: spreads what differs in the low bits over the high ones. */
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    Map<Column, Value> columns() {
        Map<Column, Value> columns = new HashMap<>();
        if (port.members().size() > 1) {
            columns.put(Column.PORT_BOND_MODE, Value.of(port.lacp().isPresent() ? "balance-tcp" : "balance-slb"));
        }
        port.lacp().ifPresent(lacp -> {
            Map<String, String> other = new HashMap<>(Map.of("lacp-time", lacp.fast() ? "fast" : "slow"));
            if (lacp.fallback()) {
                other.put("lacp-fallback-ab", "true");
            }
            system().ifPresent(mac -> other.put("lacp-system-id", mac.toString()));
            columns.put(Column.PORT_LACP, Value.of("active"));
            columns.put(Column.PORT_OTHER, new Value.Pairs(other));
        });
        return columns;
    }

    /**
     * What a member says of itself.
     *
     * @param number the port's
     */
    Map<String, String> member(int number) {
        if (port.lacp().isEmpty() || system().isEmpty()) {
            return Map.of();
        }
        // Neither leaf knows the other's numbers: 16 bits of a hash of switch and port, which 1 in 65,535 pairs of
        // ports share.
        long mixed = (FabricWiring.routerMac(config.name()).bits() << NUMBER_BITS ^ number) * MIX >>> 48;
        long id = mixed % 0xFFFF + 1;
        return Map.of("lacp-aggregation-key", String.valueOf(key()), "lacp-port-id", String.valueOf(id));
    }

    /** What both leafs of a bond call themselves; empty for a bond to this switch alone. */
    private Optional<Mac> system() {
        if (port.esi().isPresent()) {
            Esi esi = port.esi().get();
            return Optional.of(new Mac((esi.high() & 0xFFL) << 40 | esi.low() >>> 24));
        }
        if (port.mlagId().isEmpty()) {
            return Optional.empty();
        }
        return config.mlagPeer().map(peer -> FabricWiring.routerMac(first(config.name(), peer)));
    }

    private static DeviceName first(DeviceName a, DeviceName b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** From 1 to 65535, as the standard's key. */
    private long key() {
        long number = port.esi().map(each -> each.low() & 0xFFFF).orElse((long)
                port.mlagId().orElse(1));
        return Math.floorMod(number - 1, 0xFFFFL) + 1;
    }
}
