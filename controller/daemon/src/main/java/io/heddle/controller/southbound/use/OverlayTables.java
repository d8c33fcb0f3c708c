package io.heddle.controller.southbound.use;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.JsonText;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What EVPN makes of routes in a switch: MACs of type 2, the hosts behind them, prefixes of type 5 and of hosts in any VRF. Which VTEP each leads to is not
 * among it.
 */
public record OverlayTables(SortedSet<Mac> macs, SortedSet<IpAddress> hosts, SortedSet<Prefix> prefixes) {

    /** Between what vtysh prints of one VRF and of the next. */
    private static final Pattern NEXT_VRF = Pattern.compile("(?m)(?<=^\\})\\s*(?=^\\{)");

    public OverlayTables {
        macs = Collections.unmodifiableSortedSet(new TreeSet<>(macs));
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        prefixes = Collections.unmodifiableSortedSet(new TreeSet<>(prefixes));
    }

    /** What follows from configuration and pods. */
    public static OverlayTables of(SwitchTables computed) {
        SortedSet<Mac> macs = new TreeSet<>();
        SortedSet<IpAddress> hosts = new TreeSet<>();
        SortedSet<Prefix> prefixes = new TreeSet<>();
        computed.macs().forEach(each -> macs.add(each.mac()));
        computed.neighbors().forEach(each -> hosts.add(each.address()));
        computed.routes()
                .filter(each -> each.source() != RouteSource.LOCAL)
                .forEach(each -> prefixes.add(each.prefix()));
        return new OverlayTables(macs, hosts, prefixes);
    }

    /**
     * The kernel's.
     *
     * @param tables with its MACs and neighbours
     * @param routes {@code ip -j route show table all} and the same for IPv6
     */
    static OverlayTables kernel(KernelTables tables, List<byte[]> routes) throws BadField {
        byte[] nothing = new byte[0];
        SortedSet<Prefix> prefixes = new TreeSet<>(
                KernelTables.read(routes, nothing, nothing).routes().keySet());
        return new OverlayTables(tables.macs(), tables.neighbors(), prefixes);
    }

    /**
     * FRR's.
     *
     * @param macs {@code show evpn mac vni all json}
     * @param hosts {@code show evpn arp-cache vni all json}
     * @param routes {@code show ip route vrf all json} and the same for IPv6: an object a VRF, one after the other
     */
    static OverlayTables frr(byte[] macs, byte[] hosts, List<byte[]> routes) throws BadField {
        SortedSet<Mac> allMacs = new TreeSet<>();
        for (Fields vni : vnis(macs)) {
            for (Fields of : vni.object("macs").stream().toList()) {
                for (String each : of.object().members().keySet()) {
                    allMacs.add(key(each, Mac::parse, "a MAC"));
                }
            }
        }
        SortedSet<IpAddress> allHosts = new TreeSet<>();
        for (Fields vni : vnis(hosts)) {
            for (String each : vni.object().members().keySet()) {
                if (!each.equals("numArpNd")) {
                    allHosts.add(key(each, IpAddress::parse, "an address"));
                }
            }
        }
        List<byte[]> vrfs = new ArrayList<>();
        for (byte[] each : routes) {
            for (String vrf : NEXT_VRF.split(new String(each, StandardCharsets.UTF_8), -1)) {
                vrfs.add(vrf.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new OverlayTables(
                allMacs, allHosts, new TreeSet<>(FrrRoutes.read(vrfs).routes().keySet()));
    }

    private static List<Fields> vnis(byte[] text) throws BadField {
        try {
            Fields whole = Fields.of("", JsonText.read(text));
            List<Fields> vnis = new ArrayList<>();
            for (String each : whole.object().members().keySet()) {
                whole.object(each).ifPresent(vnis::add);
            }
            return vnis;
        } catch (JsonText.NotJson e) {
            throw new BadField("vnis", String.valueOf(e.getMessage()), "what 'show evpn ... vni all json' prints");
        }
    }

    private static <T> T key(String text, Function<String, T> parse, String expected) throws BadField {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadField("vnis", "'" + text + "'", expected);
        }
    }
}
