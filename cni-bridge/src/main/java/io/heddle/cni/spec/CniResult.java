package io.heddle.cni.spec;

import io.heddle.json.Json;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of ADD (specification 1.1.0, section 5), without what other plugins of the chain said. */
public record CniResult(List<Interface> interfaces, List<Ip> ips, List<Route> routes) {

    /**
     * An interface that was made.
     *
     * @param sandbox path of the network namespace; absent for the host's own
     */
    public record Interface(String name, Mac mac, int mtu, Optional<String> sandbox) {}

    /** An address, on the interface at this index. */
    public record Ip(IpAddress address, int prefixLength, Optional<IpAddress> gateway, int interfaceIndex) {}

    /** A route inside the container. */
    public record Route(Prefix destination, Optional<IpAddress> gateway) {}

    public CniResult {
        interfaces = List.copyOf(interfaces);
        ips = List.copyOf(ips);
        routes = List.copyOf(routes);
    }

    /** In the form of a version, behind what a plugin earlier in the chain made. */
    public Json.Members json(CniVersion version, Optional<Json.Members> previous) {
        Json.Members before = previous.orElse(Json.Members.EMPTY);
        List<Json> links = items(before, "interfaces");
        int shift = links.size();
        interfaces.forEach(each -> links.add(json(each, version)));
        List<Json> addresses = items(before, "ips");
        ips.forEach(each -> addresses.add(json(each, shift, version)));
        List<Json> destinations = items(before, "routes");
        routes.forEach(each -> destinations.add(json(each)));
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("cniVersion", Json.text(version));
        members.put("interfaces", Json.items(links));
        members.put("ips", Json.items(addresses));
        members.put("routes", Json.items(destinations));
        members.put("dns", before.get("dns").orElse(Json.Members.EMPTY));
        before.members().forEach(members::putIfAbsent);
        return new Json.Members(members);
    }

    private static List<Json> items(Json.Members before, String name) {
        return before.get(name).orElse(new Json.Null()) instanceof Json.Items array
                ? new ArrayList<>(array.items())
                : new ArrayList<>();
    }

    private static Json json(Interface each, CniVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", Json.text(each.name()));
        members.put("mac", Json.text(each.mac()));
        if (version.isAtLeast(CniVersion.V1_1_0)) {
            members.put("mtu", Json.number(each.mtu()));
        }
        each.sandbox().ifPresent(path -> members.put("sandbox", Json.text(path)));
        return new Json.Members(members);
    }

    private static Json json(Ip each, int shift, CniVersion version) {
        Map<String, Json> members = new LinkedHashMap<>();
        if (!version.isAtLeast(CniVersion.V1_0_0)) {
            members.put("version", Json.text(each.address().isV4() ? "4" : "6"));
        }
        members.put("interface", Json.number(each.interfaceIndex() + shift));
        members.put("address", Json.text(each.address() + "/" + each.prefixLength()));
        each.gateway().ifPresent(gateway -> members.put("gateway", Json.text(gateway)));
        return new Json.Members(members);
    }

    private static Json json(Route each) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("dst", Json.text(each.destination()));
        each.gateway().ifPresent(gateway -> members.put("gw", Json.text(gateway)));
        return new Json.Members(members);
    }
}
