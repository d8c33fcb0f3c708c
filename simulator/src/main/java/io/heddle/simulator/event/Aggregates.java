package io.heddle.simulator.event;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Match;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The aggregates of a router (RFC 4271 section 9.2.2.2): originated while something inside them is in the table, which the speaker leaves
 * to who configures it. What a summary keeps back is a line of the export policy. Single-threaded.
 */
final class Aggregates {

    static final AttributeSet ATTRIBUTES = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);

    /** What is inside each, by prefix. */
    private final Map<Prefix, Set<Prefix>> inside = new LinkedHashMap<>();

    private final Set<Prefix> active = new HashSet<>();

    Aggregates(BgpConfig bgp) {
        for (Origination each : bgp.originations()) {
            if (each instanceof Origination.Aggregate(Prefix prefix, boolean _)) {
                inside.put(prefix, new HashSet<>());
            }
        }
    }

    boolean isEmpty() {
        return inside.isEmpty();
    }

    boolean isActive(Prefix prefix) {
        return active.contains(prefix);
    }

    /** The aggregates that are configured. */
    Set<Prefix> members() {
        return inside.keySet();
    }

    boolean isOwn(Prefix prefix) {
        return inside.containsKey(prefix);
    }

    /** A prefix is in the table, otherwise than as an aggregate or as a default route for others, or no longer is. */
    void note(Prefix prefix, boolean there) {
        inside.forEach((aggregate, members) -> {
            if (prefix.length() > aggregate.length() && aggregate.contains(prefix)) {
                if (there) {
                    members.add(prefix);
                } else {
                    members.remove(prefix);
                }
            }
        });
    }

    /** Has the speaker originate what it should; returns the aggregates that came or went. */
    List<Prefix> settle(Speaker speaker, long now) {
        List<Prefix> changed = new ArrayList<>();
        inside.forEach((aggregate, members) -> {
            boolean wanted = !members.isEmpty();
            if (wanted && active.add(aggregate)) {
                changed.add(aggregate);
                speaker.originate(List.of(aggregate), ATTRIBUTES, now);
            } else if (!wanted && active.remove(aggregate)) {
                changed.add(aggregate);
                speaker.withdraw(List.of(aggregate), now);
            }
        });
        return changed;
    }

    /** The group with what summaries keep back kept back. */
    static PeerGroup suppressing(BgpConfig bgp, PeerGroup group) {
        List<PolicyTerm> terms = new ArrayList<>();
        for (Origination each : bgp.originations()) {
            if (each instanceof Origination.Aggregate(Prefix prefix, boolean summaryOnly)
                    && summaryOnly
                    && !prefix.isHost()) {
                PrefixRange members = new PrefixRange(
                        prefix, prefix.length() + 1, prefix.family().bits());
                terms.add(new PolicyTerm(
                        "summary-" + terms.size(), List.of(new Match.PrefixIn(List.of(members))), List.of(), false));
            }
        }
        if (terms.isEmpty()) {
            return group;
        }
        Policy export = group.exportPolicy();
        terms.addAll(export.terms());
        return group.withExportPolicy(new Policy(export.name(), terms, export.acceptOtherwise()));
    }
}
