package io.heddle.render.frr;

import io.heddle.model.config.Action;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.render.UniqueNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Policies as route-maps, one for each direction and family that needs it: what a family can tell beforehand ({@code FamilyIs},
 * prefixes of the other family, {@code OriginatedHere} on import) is decided here. A policy that accepts everything unchanged is no
 * route-map at all. Single-threaded.
 */
final class RouteMaps {

    /**
     * Marks the router's own routes inside its BGP table. Route tags are never sent to peers, so the mark needs no cleaning.
     */
    static final int OWN_TAG = 1;

    private enum Direction {
        IN("-in-", "", ""),
        IN_OVER_VLAN("-in-", "-over-vlan", "set ipv6 next-hop prefer-global"),
        OUT("-out-", "", ""),
        OUT_WITHOUT_DEFAULT("-out-", "-without-default", "");

        final String word;
        final String suffix;

        private final String change;

        Direction(String word, String suffix, String change) {
            this.word = word;
            this.suffix = suffix;
            this.change = change;
        }

        /** What is done to each route that is accepted, before what the policy does. */
        List<String> changes() {
            return change.isEmpty() ? List.of() : List.of(change);
        }

        boolean export() {
            return word.equals("-out-");
        }
    }

    private final Asn ownAs;
    private final MatchLists lists;
    private final UniqueNames<Policy> names = new UniqueNames<>();
    private final Map<String, List<String>> maps = new LinkedHashMap<>();

    RouteMaps(Asn ownAs, MatchLists lists) {
        this.ownAs = ownAs;
        this.lists = lists;
    }

    /** The route-map for what arrives. */
    Optional<String> in(Policy policy, AddressFamily family) {
        return map(policy, family, Direction.IN);
    }

    /** The route-map for IPv6 routes that arrive over a VLAN: of the two next hops (RFC 2545 section 3) the peer's address is taken. */
    Optional<String> inOverVlan(Policy policy) {
        return map(policy, AddressFamily.IPV6_UNICAST, Direction.IN_OVER_VLAN);
    }

    /**
     * The route-map for what is sent.
     *
     * @param withoutDefault the default route is kept back: the router originates one of its own, which this policy rejects
     */
    Optional<String> out(Policy policy, AddressFamily family, boolean withoutDefault) {
        return map(policy, family, withoutDefault ? Direction.OUT_WITHOUT_DEFAULT : Direction.OUT);
    }

    private Optional<String> map(Policy policy, AddressFamily family, Direction direction) {
        String base = names.of(policy, policy.name().value());
        String name = base + direction.word + Families.shortName(family) + direction.suffix;
        List<String> known = maps.get(name);
        if (known != null) {
            return known.isEmpty() ? Optional.empty() : Optional.of(name);
        }
        List<String> lines = new ArrayList<>();
        if (direction == Direction.OUT_WITHOUT_DEFAULT) {
            IpFamily ip = Families.ip(family).orElseThrow();
            head(lines, name, false, 5, "own default route");
            lines.add(" " + lists.prefixes("default-route", ip, List.of(Families.defaultRoute(ip))));
            lines.add("exit");
        }
        boolean trivial =
                entries(policy, base, name, family, direction, lines) && direction != Direction.OUT_WITHOUT_DEFAULT;
        maps.put(name, trivial ? List.of() : lines);
        return trivial ? Optional.empty() : Optional.of(name);
    }

    /** Writes the terms and returns whether they accept everything unchanged. */
    private boolean entries(
            Policy policy, String base, String name, AddressFamily family, Direction direction, List<String> lines) {
        int written = 0;
        for (int i = 0; i < policy.terms().size(); i++) {
            PolicyTerm term = policy.terms().get(i);
            int sequence = (i + 1) * 10;
            Optional<List<String>> matches =
                    new Matches(lists, base + "-" + sequence, family, direction.export()).of(term.matches());
            if (matches.isEmpty()) {
                continue;
            }
            List<String> changes = new ArrayList<>(term.accept() ? direction.changes() : List.of());
            changes.addAll(SetClauses.of(term.actions(), ownAs, lists, base + "-" + sequence));
            boolean always = matches.get().isEmpty();
            if (always && term.accept() && changes.isEmpty() && lines.isEmpty()) {
                return true;
            }
            written++;
            head(lines, name, term.accept(), sequence, term.name());
            matches.get().forEach(each -> lines.add(" " + each));
            changes.forEach(each -> lines.add(" " + each));
            lines.add("exit");
            if (always) {
                return false;
            }
        }
        boolean changing = policy.acceptOtherwise() && !direction.changes().isEmpty();
        if (written > 0 || !policy.acceptOtherwise() || !lines.isEmpty() || changing) {
            head(lines, name, policy.acceptOtherwise(), 65535, "otherwise");
            if (changing) {
                direction.changes().forEach(each -> lines.add(" " + each));
            }
            lines.add("exit");
        }
        return written == 0 && policy.acceptOtherwise() && !changing;
    }

    private static void head(List<String> lines, String name, boolean accept, int sequence, String description) {
        lines.add("route-map " + name + (accept ? " permit " : " deny ") + sequence);
        lines.add(" description " + description);
    }

    /** A route-map that marks a router's own routes, where one of its policies asks for them. */
    String own() {
        maps.computeIfAbsent("own", name -> List.of("route-map " + name + " permit 10", " set tag " + OWN_TAG, "exit"));
        return "own";
    }

    /** A route-map that lets into BGP what {@code match} matches, and marks it where {@code mark} says so. */
    String originate(String name, String match, boolean mark) {
        List<String> lines = new ArrayList<>(List.of("route-map " + name + " permit 10", " " + match));
        if (mark) {
            lines.add(" set tag " + OWN_TAG);
        }
        lines.add("exit");
        maps.put(name, lines);
        return name;
    }

    /** Whether a policy asks for the router's own routes. */
    static boolean asksForOwn(Policy policy) {
        return policy.terms().stream()
                .flatMap(each -> each.matches().stream())
                .anyMatch(each -> each instanceof Match.OriginatedHere);
    }

    /** What a policy would say of the router's own default route: a fresh route with an empty path and no communities. */
    static boolean acceptsOwnDefault(Policy policy, IpFamily family) {
        return termForOwnDefault(policy, family).map(PolicyTerm::accept).orElse(policy.acceptOtherwise());
    }

    /**
     * The route-map that makes of the router's own default what a policy that accepts it does; empty where it stays as it is. FRR sends it
     * past the policy, changed by a map of its own, which it tries on each route in the table until one passes.
     */
    Optional<String> ownDefault(Policy policy, IpFamily family) {
        List<Action> actions =
                termForOwnDefault(policy, family).map(PolicyTerm::actions).orElse(List.of());
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        String base = names.of(policy, policy.name().value());
        String name = base + "-own-default-" + Families.shortName(Families.of(family));
        maps.computeIfAbsent(name, _ -> {
            List<String> lines = new ArrayList<>();
            head(lines, name, true, 10, "own default route");
            SetClauses.of(actions, ownAs, lists, name).forEach(each -> lines.add(" " + each));
            lines.add("exit");
            return lines;
        });
        return Optional.of(name);
    }

    private static Optional<PolicyTerm> termForOwnDefault(Policy policy, IpFamily family) {
        Prefix route = Families.defaultRoute(family).within();
        return policy.terms().stream()
                .filter(each -> each.matches().stream().allMatch(match -> holdsForOwnDefault(match, route)))
                .findFirst();
    }

    private static boolean holdsForOwnDefault(Match match, Prefix route) {
        return switch (match) {
            case Match.PrefixIn list -> list.ranges().stream().anyMatch(each -> each.matches(route));
            case Match.HasCommunity _, Match.AsPathContains _ -> false;
            case Match.AsPathEmpty _, Match.OriginatedHere _ -> true;
            case Match.FamilyIs wanted -> wanted.family() == Families.of(route.family());
        };
    }

    List<String> lines() {
        return maps.values().stream().flatMap(List::stream).toList();
    }
}
