package io.heddle.topology.file;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a row to a pod. Node names recur, so each is checked and kept once. Single-threaded. */
final class PodRow {

    private final PodColumns columns;
    private final Known<DeviceName> nodes;
    private final PodPlaces places;
    private final Problems problems;
    private final Map<String, DeviceName> seen = new HashMap<>();

    PodRow(PodColumns columns, Known<DeviceName> nodes, PodPlaces places, Problems problems) {
        this.columns = columns;
        this.nodes = nodes;
        this.places = places;
        this.problems = problems;
    }

    /** Null, with problems, if the row is no pod. */
    @Nullable
    Endpoint read(CsvRow row) {
        if (row.size() != columns.count()) {
            problems.add(row.place(0), "", row.size() + " fields", "as many as there are columns, " + columns.count());
            return null;
        }
        DeviceName node = node(row);
        IpAddress ipv4 = address(row, columns.ipv4(), "ipv4", IpFamily.IPV4);
        IpAddress ipv6 = address(row, columns.ipv6(), "ipv6", IpFamily.IPV6);
        Mac mac = parse(row, columns.mac(), "mac", "a MAC address", Mac::parse);
        String name = row.field(columns.name());
        if (name.indexOf('\uFFFD') >= 0) {
            problems.add(row.place(columns.name()), "name", "bytes that are no UTF-8", "UTF-8");
        }
        boolean hasIpv4 = !row.field(columns.ipv4()).isEmpty();
        if (!hasIpv4 && row.field(columns.ipv6()).isEmpty()) {
            problems.add(row.place(Math.max(columns.ipv4(), columns.ipv6())), "", "no address", "ipv4, ipv6 or both");
            return null;
        }
        if (mac == null && ipv4 != null && row.field(columns.mac()).isEmpty()) {
            mac = Endpoint.macOf(ipv4);
        }
        if (mac == null && !hasIpv4 && row.field(columns.mac()).isEmpty()) {
            problems.add(
                    row.place(columns.mac()),
                    "mac",
                    "nothing",
                    "a MAC address, since there is no ipv4 to derive it from");
        }
        if (node == null || mac == null || ipv4 == null && ipv6 == null) {
            return null;
        }
        return new Endpoint(
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                node,
                mac,
                Optional.ofNullable(ipv4),
                Optional.ofNullable(ipv6));
    }

    private @Nullable DeviceName node(CsvRow row) {
        String text = row.field(columns.node());
        DeviceName known = seen.get(text);
        if (known != null) {
            return known;
        }
        if (text.isEmpty()) {
            problems.add(row.place(columns.node()), "node", "nothing", "a node name");
            return null;
        }
        DeviceName name = parse(row, columns.node(), "node", "a node name", DeviceName::of);
        if (name == null || !nodes.check(row.place(columns.node()), "node", name, problems)) {
            return null;
        }
        seen.put(text, name);
        return name;
    }

    private @Nullable IpAddress address(CsvRow row, int column, String title, IpFamily family) {
        String what = family == IpFamily.IPV4 ? "an IPv4 address" : "an IPv6 address";
        IpAddress address = parse(row, column, title, what, IpAddress::parse);
        if (address == null) {
            return null;
        }
        if (address.family() != family) {
            problems.add(row.place(column), title, "'" + address + "'", what);
            return null;
        }
        Optional<String> before = places.putLine(address, row.line());
        before.ifPresent(first -> problems.add(
                row.place(column),
                title,
                "the address " + address + " again",
                "each pod address once",
                "it is first used " + first));
        return address;
    }

    private <T> @Nullable T parse(CsvRow row, int column, String title, String what, Function<String, T> parser) {
        String text = row.field(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
            problems.add(row.place(column), title, "'" + shown + "'", what);
            return null;
        }
    }
}
