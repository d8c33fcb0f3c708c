package io.heddle.render.frr;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The conditions of one term as {@code match} lines. A route-map entry has one match of a kind, so several of a kind become one:
 * prefix lists are intersected, communities share a line of their list, AS numbers are looked for in every order.
 *
 * @param name of the lists it needs
 */
record Matches(MatchLists lists, String name, AddressFamily family, boolean export) {

    /** The lines; empty if no route of this family and direction can match. */
    Optional<List<String>> of(List<Match> matches) {
        Optional<List<PrefixRange>> prefixes = Optional.empty();
        TreeSet<Community> communities = new TreeSet<>();
        TreeSet<Asn> ases = new TreeSet<>();
        boolean emptyPath = false;
        boolean own = false;
        for (Match match : matches) {
            switch (match) {
                case Match.PrefixIn list -> prefixes = Optional.of(both(prefixes, ofFamily(list.ranges())));
                case Match.HasCommunity wanted -> communities.add(wanted.community());
                case Match.AsPathContains wanted -> ases.add(wanted.asn());
                case Match.AsPathEmpty _ -> emptyPath = true;
                case Match.OriginatedHere _ -> own = true;
                case Match.FamilyIs wanted -> {
                    if (wanted.family() != family) {
                        return Optional.empty();
                    }
                }
            }
        }
        boolean never = prefixes.filter(List::isEmpty).isPresent() || emptyPath && !ases.isEmpty() || own && !export;
        return never ? Optional.empty() : Optional.of(lines(prefixes, communities, ases, emptyPath, own));
    }

    private List<String> lines(
            Optional<List<PrefixRange>> prefixes,
            TreeSet<Community> communities,
            TreeSet<Asn> ases,
            boolean emptyPath,
            boolean own) {
        List<String> lines = new ArrayList<>();
        Optional<IpFamily> ip = Families.ip(family);
        prefixes.ifPresent(ranges -> lines.add(lists.prefixes(name, ip.orElseThrow(), ranges)));
        if (!communities.isEmpty()) {
            lines.add(lists.allOf(name, communities));
        }
        if (!ases.isEmpty()) {
            lines.add(lists.asPath(name, orders(List.copyOf(ases))));
        }
        // EVPN routes of our own cannot be tagged; a leaf's have an empty path, and only eBGP brings others.
        if (emptyPath || own && ip.isEmpty()) {
            lines.add(lists.asPath("empty-path", List.of("^$")));
        }
        if (own && ip.isPresent()) {
            lines.add("match tag " + RouteMaps.OWN_TAG);
        }
        return lines;
    }

    /** EVPN routes match no prefix. */
    private List<PrefixRange> ofFamily(List<PrefixRange> ranges) {
        Optional<IpFamily> ip = Families.ip(family);
        return ranges.stream()
                .filter(each -> ip.isPresent() && each.within().family() == ip.get())
                .toList();
    }

    private static List<PrefixRange> both(Optional<List<PrefixRange>> before, List<PrefixRange> now) {
        if (before.isEmpty()) {
            return now;
        }
        return before.get().stream()
                .flatMap(a -> now.stream().flatMap(b -> intersection(a, b).stream()))
                .distinct()
                .toList();
    }

    private static Optional<PrefixRange> intersection(PrefixRange a, PrefixRange b) {
        PrefixRange inner = a.within().length() >= b.within().length() ? a : b;
        PrefixRange outer = inner.equals(a) ? b : a;
        int from = Math.max(Math.max(a.from(), b.from()), inner.within().length());
        int to = Math.min(a.to(), b.to());
        return outer.within().contains(inner.within()) && from <= to
                ? Optional.of(new PrefixRange(inner.within(), from, to))
                : Optional.empty();
    }

    /** {@code _} stands for a gap between numbers or an end; two numbers in a row share one. */
    private static List<String> orders(List<Asn> ases) {
        return permutations(ases).stream()
                .map(each -> each.stream().map(Asn::toString).collect(Collectors.joining("_(.*_)?", "_", "_")))
                .toList();
    }

    private static List<List<Asn>> permutations(List<Asn> ases) {
        if (ases.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Asn>> all = new ArrayList<>();
        for (Asn first : ases) {
            List<Asn> rest = ases.stream().filter(each -> !each.equals(first)).toList();
            for (List<Asn> order : permutations(rest)) {
                List<Asn> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }
}
