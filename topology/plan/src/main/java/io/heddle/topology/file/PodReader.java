package io.heddle.topology.file;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.topology.spec.PodSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@code pods} section: so many on every node, some listed here, some listed in a CSV file. That no two listed pods share an
 * address is checked over both lists.
 */
public final class PodReader {

    public static final Keys PODS = Keys.of("per-node", "listed", "file");
    public static final Keys POD = Keys.required("node").optional("name", "ipv4", "ipv6", "mac");

    private final SourceFiles files;
    private final Known<DeviceName> nodes;

    /**
     * Makes a reader.
     *
     * @param files where the CSV file is found
     * @param nodes the nodes that may run pods; {@link Known#anything} if they are not known yet
     */
    public PodReader(SourceFiles files, Known<DeviceName> nodes) {
        this.files = files;
        this.nodes = nodes;
    }

    /** What could be read; without the section there are no pods. */
    public PodSpec read(YamlNode section) {
        YamlMapping given = section.mapping(PODS);
        int perNode = given.at("per-node").integer(0, Sizes.PODS_A_NODE, 0);
        PodPlaces places = new PodPlaces();
        List<Endpoint> listed = new ArrayList<>(given.at("listed").list(each -> pod(each, places)));
        YamlNode file = given.at("file");
        file.text("the name of a CSV file")
                .ifPresent(name -> new PodFile(files, nodes, places).read(file, name, listed));
        return new PodSpec(perNode, listed);
    }

    /** Records a problem if all pods together are more than can be worked with. */
    public static void checkTotal(YamlNode section, PodSpec pods, long nodesThatRunPods) {
        long total = nodesThatRunPods * pods.perNode() + pods.listed().size();
        if (total > Sizes.PODS) {
            section.wrong(total + " pods", "at most " + Sizes.PODS);
        }
    }

    private Optional<Endpoint> pod(YamlNode node, PodPlaces places) {
        YamlMapping given = node.mapping(POD);
        Optional<String> name = given.at("name").text("namespace/pod");
        Optional<DeviceName> runsOn =
                Words.device(given.at("node")).filter(each -> nodes.check(given.at("node"), each));
        Optional<IpAddress> ipv4 = address(given.at("ipv4"), IpFamily.IPV4, places);
        Optional<IpAddress> ipv6 = address(given.at("ipv6"), IpFamily.IPV6, places);
        Optional<Mac> mac = given.at("mac").parse("a MAC address", Mac::parse);
        if (!given.has("ipv4") && !given.has("ipv6") && node.isMapping()) {
            node.wrong("a pod without address", "ipv4, ipv6 or both");
        }
        if (!given.has("mac") && !given.has("ipv4") && given.has("ipv6")) {
            node.wrong("a pod with neither mac nor ipv4", "mac", "only from an IPv4 address is the MAC derived");
        }
        Optional<Mac> used = mac.or(() -> ipv4.map(Endpoint::macOf));
        return runsOn.isPresent() && used.isPresent() && (ipv4.isPresent() || ipv6.isPresent())
                ? Optional.of(new Endpoint(name, runsOn.get(), used.get(), ipv4, ipv6))
                : Optional.empty();
    }

    private static Optional<IpAddress> address(YamlNode node, IpFamily family, PodPlaces places) {
        String what = family == IpFamily.IPV4 ? "an IPv4 address" : "an IPv6 address";
        Optional<IpAddress> address = node.parse(what, IpAddress::parse);
        if (address.isEmpty()) {
            return address;
        }
        if (address.get().family() != family) {
            node.wrong(node.describe(), what);
            return Optional.empty();
        }
        places.put(address.get(), node.place())
                .ifPresent(first -> node.wrong(
                        "the address " + address.get() + " again",
                        "each pod address once",
                        "it is first used at " + first));
        return address;
    }
}
