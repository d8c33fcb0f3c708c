package io.heddle.controller.southbound.use;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.JsonText;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FloodEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What EVPN made in FRR, as vtysh prints it. */
final class FrrOverlay {

    /** Between what vtysh prints of one VRF and of the next. */
    private static final Pattern NEXT_VRF = Pattern.compile("(?m)(?<=^\\})\\s*(?=^\\{)");

    private FrrOverlay() {}

    /**
     * Reads it.
     *
     * @param macs {@code show evpn mac vni all json}
     * @param hosts {@code show evpn arp-cache vni all json}
     * @param vnis {@code show evpn vni detail json}
     * @param segments {@code show evpn es json}, which FRR before 7.5 does not know
     * @param routes {@code show ip route vrf all json} and the same for IPv6: an object a VRF, one after the other
     */
    static OverlayTables read(byte[] macs, byte[] hosts, byte[] vnis, byte[] segments, List<byte[]> routes)
            throws BadField {
        SortedMap<Mac, SortedSet<IpAddress>> allMacs = new TreeMap<>();
        for (Fields vni : members(macs)) {
            for (Fields of : vni.object("macs").stream().toList()) {
                for (String each : of.object().members().keySet()) {
                    SortedSet<IpAddress> vteps =
                            allMacs.computeIfAbsent(key(each, Mac::parse, "a MAC"), _ -> new TreeSet<>());
                    Fields entry = of.object(each).orElseThrow();
                    entry.parsed("remoteVtep", IpAddress::parse).ifPresent(vtep -> vteps.add(vtep));
                }
            }
        }
        SortedSet<IpAddress> allHosts = new TreeSet<>();
        for (Fields vni : members(hosts)) {
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
        return new OverlayTables(allMacs, allHosts, FrrRoutes.read(vrfs).routes(), flood(vnis), segments(segments));
    }

    private static SortedMap<Esi, SortedSet<IpAddress>> segments(byte[] segments) throws BadField {
        SortedMap<Esi, SortedSet<IpAddress>> found = new TreeMap<>();
        if (new String(segments, StandardCharsets.UTF_8).startsWith("%")) {
            return found;
        }
        for (Fields each : KernelTables.items("segments", segments)) {
            SortedSet<IpAddress> vteps = new TreeSet<>();
            for (Fields vtep : each.objects("vteps")) {
                vtep.parsed("vtep", IpAddress::parse).ifPresent(address -> vteps.add(address));
            }
            each.parsed("esi", Esi::parse).ifPresent(esi -> found.put(esi, vteps));
        }
        return found;
    }

    /** Of each VNI the VTEPs to which frames for everybody are sent. */
    private static SortedSet<FloodEntry> flood(byte[] vnis) throws BadField {
        SortedSet<FloodEntry> flood = new TreeSet<>();
        for (Fields each : KernelTables.items("vnis", vnis)) {
            Vni vni = new Vni(each.number("vni", 1, 0xFF_FFFF).orElseThrow().intValue());
            each.list("numRemoteVteps", IpAddress::parse).forEach(vtep -> flood.add(new FloodEntry(vni, vtep)));
        }
        return flood;
    }

    private static List<Fields> members(byte[] text) throws BadField {
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
