package io.heddle.render.bird;

import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A policy as the lines of a filter: the first term whose conditions all hold decides. */
record Filters(Asn ownAs, IpFamily family, boolean export) {

    /** {@code all} where everything passes unchanged, {@code none} where nothing does, else a filter in place. */
    List<String> of(Policy policy) {
        if (policy.terms().isEmpty()) {
            return List.of(policy.acceptOtherwise() ? "all;" : "none;");
        }
        List<String> lines = new ArrayList<>(List.of("filter {"));
        for (PolicyTerm term : policy.terms()) {
            condition(term.matches()).ifPresent(when -> {
                lines.add("  # " + term.name());
                lines.add("  if " + when + " then {");
                term.actions().forEach(each -> action(each).forEach(line -> lines.add("    " + line)));
                lines.add(term.accept() ? "    accept;" : "    reject;");
                lines.add("  }");
            });
        }
        lines.add(policy.acceptOtherwise() ? "  accept;" : "  reject;");
        lines.add("};");
        return lines;
    }

    /** Empty if no route of this family and direction can match. */
    private Optional<String> condition(List<Match> matches) {
        List<String> all = new ArrayList<>();
        for (Match match : matches) {
            switch (match) {
                case Match.PrefixIn(List<PrefixRange> ranges) -> {
                    List<PrefixRange> ours = ranges.stream()
                            .filter(each -> each.within().family() == family)
                            .toList();
                    if (ours.isEmpty()) {
                        return Optional.empty();
                    }
                    all.add("net ~ " + set(ours));
                }
                case Match.HasCommunity(Community community) -> all.add(pair(community) + " ~ bgp_community");
                case Match.AsPathContains(Asn asn) -> all.add("bgp_path ~ [= * " + asn + " * =]");
                case Match.AsPathEmpty _ -> all.add("bgp_path.len = 0");
                case Match.OriginatedHere _ -> {
                    if (!export) {
                        return Optional.empty();
                    }
                    all.add("source != RTS_BGP");
                }
                case Match.FamilyIs wanted -> {
                    if (wanted.family() != Channels.family(family)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(all.isEmpty() ? "true" : all.stream().collect(Collectors.joining(" && ")));
    }

    static String set(List<PrefixRange> ranges) {
        return ranges.stream()
                .map(each -> each.within() + "{" + each.from() + "," + each.to() + "}")
                .collect(Collectors.joining(", ", "[ ", " ]"));
    }

    private static String pair(Community community) {
        return "(" + community.asn() + "," + community.value() + ")";
    }

    private List<String> action(Action action) {
        return switch (action) {
            case Action.SetLocalPref(long value) -> List.of("bgp_local_pref = " + value + ";");
            case Action.SetMed(long value) -> List.of("bgp_med = " + value + ";");
            case Action.AddCommunity(Community community) -> List.of("bgp_community.add(" + pair(community) + ");");
            case Action.RemoveCommunity(Community community) ->
                List.of("bgp_community.delete(" + pair(community) + ");");
            case Action.PrependOwnAs(int times) -> {
                List<String> lines = new ArrayList<>();
                for (int i = 0; i < times; i++) {
                    lines.add("bgp_path.prepend(" + ownAs + ");");
                }
                yield lines;
            }
        };
    }
}
