package io.heddle.topology.design;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a fabric is run.
 *
 * @param summary one sentence for people
 * @param originations what each role originates, pods apart
 * @param maxPaths the widest ECMP group
 * @param multipathRelax paths of equal length through different ASes share a group
 */
public record Design(
        String name,
        String summary,
        Underlay underlay,
        LinkScheme links,
        Overlay overlay,
        NetworkScope networks,
        PodScheme pods,
        AsnScheme asn,
        List<SessionRule> sessions,
        Map<Role, List<Originate>> originations,
        int maxPaths,
        boolean multipathRelax) {

    public Design {
        sessions = List.copyOf(sessions);
        Map<Role, List<Originate>> copy = new EnumMap<>(Role.class);
        originations.forEach((role, what) -> copy.put(role, List.copyOf(what)));
        originations = Map.copyOf(copy);
    }

    public List<Originate> originations(Role role) {
        // As with sessions, what is said of leafs holds for border leafs that nothing is said of.
        List<Originate> exact = originations.get(role);
        return exact != null || role != Role.BORDER_LEAF
                ? Objects.requireNonNullElse(exact, List.of())
                : originations(Role.LEAF);
    }

    public boolean originates(Role role, Originate what) {
        return originations(role).contains(what);
    }

    /** The rule by which {@code lower} peers with {@code upper}, if they do. */
    public Optional<SessionRule> session(Role lower, Role upper) {
        Optional<SessionRule> exact =
                sessions.stream().filter(each -> each.joins(lower, upper)).findFirst();
        return exact.isPresent() || lower != Role.BORDER_LEAF ? exact : session(Role.LEAF, upper);
    }

    /** Whether the blocks of a rack must have one prefix of their own. */
    public boolean aggregatesRacks() {
        return originates(Role.LEAF, Originate.RACK_AGGREGATE);
    }

    /** The same design with other links. */
    public Design withLinks(LinkScheme other) {
        return new Design(
                name,
                summary,
                underlay,
                other,
                overlay,
                networks,
                pods,
                asn,
                sessions,
                originations,
                maxPaths,
                multipathRelax);
    }
}
