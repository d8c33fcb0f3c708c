package io.heddle.topology.design;

import io.heddle.model.config.Irb;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.Policy;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a design, from a file of its own or from inside a scenario. With {@code based-on} every key that is given replaces that of the
 * design named, whole; those not given are taken over.
 */
public final class DesignReader {

    /** {@code heddle: design/1}. */
    public static final Format FORMAT = new Format("design", 1);

    /** Of a design. Without {@code based-on} all but {@code summary}, {@code links}, {@code policies} and the limits are needed. */
    public static final Keys KEYS = Keys.required("name")
            .optional(
                    Format.KEY,
                    "summary",
                    "based-on",
                    "underlay",
                    "links",
                    "overlay",
                    "networks",
                    "pods",
                    "asn",
                    "max-paths",
                    "multipath-relax",
                    "policies",
                    "sessions",
                    "originations");

    public static final Keys LINKS = Keys.required("fabric", "nodes");
    public static final Keys OVERLAY = Keys.required("evpn").optional("irb");
    public static final Keys PODS = Keys.required("visibility").optional("routes", "announcer");
    public static final Keys ASN = Keys.required("leafs", "nodes");
    public static final Keys ORIGINATIONS =
            Keys.of(Arrays.stream(Role.values()).map(Role::toString).toArray(String[]::new));

    private static final List<String> NEEDED =
            List.of("underlay", "overlay", "networks", "pods", "asn", "sessions", "originations");

    private static final Design BLANK = new Design(
            "",
            "",
            Underlay.ROUTED,
            new LinkScheme(Numbering.UNNUMBERED, Numbering.UNNUMBERED),
            Overlay.NONE,
            NetworkScope.PER_RACK,
            new PodScheme(PodVisibility.HIDDEN, PodRoutes.HOSTS, Announcer.NODE),
            new AsnScheme(LeafAsn.PER_LEAF, NodeAsn.NONE),
            List.of(),
            Map.of(),
            64,
            true);

    private final Function<String, Optional<Design>> known;
    private final List<String> names;

    /**
     * @param known the designs that {@code based-on} may name
     * @param names theirs, for problems
     */
    public DesignReader(Function<String, Optional<Design>> known, List<String> names) {
        this.known = known;
        this.names = List.copyOf(names);
    }

    /** A file: its format is looked at first. */
    public Optional<Design> readFile(YamlNode root) {
        return FORMAT.accepts(root) ? read(root) : Optional.empty();
    }

    /** A design written inside another file. Empty, with problems recorded, if it is not one. */
    public Optional<Design> read(YamlNode node) {
        long before = node.problems().count();
        YamlMapping design = node.mapping(KEYS);
        Design base = base(design.at("based-on"));
        for (String each : design.has("based-on") ? List.<String>of() : NEEDED) {
            if (node.isMapping() && !design.has(each)) {
                node.wrong("no key '" + each + "'", "one, or 'based-on'");
            }
        }
        Map<String, Policy> policies = policies(design.at("policies"), base);
        SessionReader sessions = new SessionReader(policies);
        Design read = new Design(
                design.at("name").text("a name").orElse("?"),
                design.at("summary").text("a sentence").orElse(base.summary()),
                design.at("underlay").oneOf(Underlay.values()).orElse(base.underlay()),
                links(design.at("links"), base.links()),
                overlay(design.at("overlay"), base.overlay()),
                design.at("networks").oneOf(NetworkScope.values()).orElse(base.networks()),
                pods(design.at("pods"), base.pods()),
                asn(design.at("asn"), base.asn()),
                design.has("sessions") ? design.at("sessions").list(sessions::read) : base.sessions(),
                design.has("originations") ? originations(design.at("originations")) : base.originations(),
                design.at("max-paths").integer(1, 1024, base.maxPaths()),
                design.at("multipath-relax").bool(base.multipathRelax()));
        if (node.problems().count() == before) {
            Faults faults = new Faults();
            DesignCheck.check(read, faults);
            faults.list().forEach(each -> node.wrong(each.where() + " " + each.found(), each.expected()));
        }
        return node.isMapping() && node.problems().count() == before ? Optional.of(read) : Optional.empty();
    }

    private Design base(YamlNode node) {
        Optional<String> name = node.text("the name of a design");
        Optional<Design> found = name.flatMap(known);
        if (name.isPresent() && found.isEmpty()) {
            String expected = "one of " + String.join(", ", names);
            Nearest.to(name.get(), names)
                    .ifPresentOrElse(
                            near -> node.wrong(node.describe(), expected, "did you mean '" + near + "'?"),
                            () -> node.wrong(node.describe(), expected));
        }
        return found.orElse(BLANK);
    }

    /** The two that always are, those of the base, and those given. */
    private static Map<String, Policy> policies(YamlNode node, Design base) {
        Map<String, Policy> policies = new HashMap<>();
        List<Policy> all = new ArrayList<>(List.of(Policy.ACCEPT_ALL, Policy.REJECT_ALL));
        for (SessionRule each : base.sessions()) {
            for (SessionSide side : List.of(each.lowerSide(), each.upperSide())) {
                all.add(side.importPolicy());
                all.add(side.exportPolicy());
            }
        }
        for (YamlEntry each : node.entries()) {
            PolicyReader.read(each).ifPresent(all::add);
        }
        all.forEach(each -> policies.put(each.name().value(), each));
        return policies;
    }

    private static LinkScheme links(YamlNode node, LinkScheme base) {
        YamlMapping links = node.mapping(LINKS);
        return new LinkScheme(
                links.at("fabric").oneOf(Numbering.values()).orElse(base.fabric()),
                links.at("nodes").oneOf(Numbering.values()).orElse(base.nodes()));
    }

    private static Overlay overlay(YamlNode node, Overlay base) {
        YamlMapping overlay = node.mapping(OVERLAY);
        return new Overlay(
                overlay.at("evpn").bool(base.evpn()),
                overlay.at("irb")
                        .parse("one of none, asymmetric, symmetric", text -> word(Irb.values(), text))
                        .orElse(base.irb()));
    }

    private static PodScheme pods(YamlNode node, PodScheme base) {
        YamlMapping pods = node.mapping(PODS);
        return new PodScheme(
                pods.at("visibility")
                        .parse("one of hidden, bridged, routed", text -> word(PodVisibility.values(), text))
                        .orElse(base.visibility()),
                pods.at("routes").oneOf(PodRoutes.values()).orElse(base.routes()),
                pods.at("announcer").oneOf(Announcer.values()).orElse(base.announcer()));
    }

    private static AsnScheme asn(YamlNode node, AsnScheme base) {
        YamlMapping asn = node.mapping(ASN);
        return new AsnScheme(
                asn.at("leafs").oneOf(LeafAsn.values()).orElse(base.leaf()),
                asn.at("nodes").oneOf(NodeAsn.values()).orElse(base.node()));
    }

    private static Map<Role, List<Originate>> originations(YamlNode node) {
        YamlMapping roles = node.mapping(ORIGINATIONS);
        Map<Role, List<Originate>> originations = new EnumMap<>(Role.class);
        for (Role each : Role.values()) {
            if (roles.has(each.toString())) {
                originations.put(each, roles.at(each.toString()).list(what -> what.oneOf(Originate.values())));
            }
        }
        return originations;
    }

    private static <E extends Enum<E>> E word(E[] values, String text) {
        return Arrays.stream(values)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not known"));
    }
}
