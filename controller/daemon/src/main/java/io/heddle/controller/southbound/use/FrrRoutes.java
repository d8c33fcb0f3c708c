package io.heddle.controller.southbound.use;

import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Routes as FRR says it has installed them: for switches whose kernel cannot be asked. Neighbours and MACs are not among them, and what somebody
 * took from the kernel behind FRR's back FRR still believes to be there.
 */
public final class FrrRoutes {

    private FrrRoutes() {}

    /**
     * Reads what vtysh printed.
     *
     * @param texts {@code show ip route json} and {@code show ipv6 route json}
     */
    public static KernelTables read(List<byte[]> texts) throws BadField {
        SortedMap<Prefix, Route> routes = new TreeMap<>();
        for (byte[] each : texts) {
            Fields whole;
            try {
                whole = Fields.of("", JsonText.read(each));
            } catch (JsonText.NotJson e) {
                throw new BadField("routes", String.valueOf(e.getMessage()), "what 'show ip route json' prints");
            }
            for (Map.Entry<String, Json> entry : whole.object().members().entrySet()) {
                Prefix prefix = prefix(entry.getKey());
                if (KernelTables.isCounted(prefix)) {
                    put(routes, prefix, whole.objects(entry.getKey()));
                }
            }
        }
        return new KernelTables(routes, new TreeSet<>(), new TreeSet<>());
    }

    private static Prefix prefix(String text) throws BadField {
        try {
            return Prefix.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadField("routes", "'" + text + "'", "a prefix");
        }
    }

    private static void put(SortedMap<Prefix, Route> routes, Prefix prefix, List<Fields> candidates) throws BadField {
        for (Fields each : candidates) {
            String protocol = each.text("protocol").orElse("");
            boolean used = each.flag("selected").orElse(false)
                    && each.flag("installed").orElse(false);
            boolean own = protocol.equals("local") || protocol.equals("connected") && prefix.isHost();
            if (used && !own) {
                List<IpAddress> gateways = new ArrayList<>();
                for (Fields hop : each.objects("nexthops")) {
                    if (hop.flag("fib").orElse(false)) {
                        hop.parsed("ip", IpAddress::parse).ifPresent(gateways::add);
                    }
                }
                routes.put(prefix, new Route(protocol, gateways));
            }
        }
    }
}
