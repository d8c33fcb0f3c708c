package io.heddle.topology.design;

import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rules by which roles peer. */
final class SessionReader {

    static final Keys SIDE = Keys.of("import", "export", "reflector-client", "next-hop", "allow-own-as");

    static final Keys COMMON = Keys.required("between", "over", "families").optional("bfd");

    private final Map<String, Policy> policies;

    SessionReader(Map<String, Policy> policies) {
        this.policies = policies;
    }

    Optional<SessionRule> read(YamlNode node) {
        List<Role> roles = node.peek("between").list(each -> each.oneOf(Role.values()));
        if (node.isMapping() && node.peek("between").isPresent() && roles.size() != 2) {
            node.peek("between").wrong(node.peek("between").describe(), "two roles, such as [leaf, spine]");
            return Optional.empty();
        }
        // The sides are keyed by the roles, so the keys are known once those are.
        String[] sides = roles.stream().map(Role::toString).distinct().toArray(String[]::new);
        YamlMapping rule = node.mapping(COMMON.optional(sides));
        Optional<Over> over = rule.at("over").oneOf(Over.values());
        Set<SessionFamily> families =
                new TreeSet<>(rule.at("families").list(each -> each.oneOf(SessionFamily.values())));
        if (roles.size() != 2) {
            return Optional.empty();
        }
        boolean inOrder = height(roles.getFirst()) <= height(roles.getLast());
        Role lower = inOrder ? roles.getFirst() : roles.getLast();
        Role upper = inOrder ? roles.getLast() : roles.getFirst();
        SessionSide lowerSide = side(rule.at(lower.toString()));
        SessionSide upperSide = side(rule.at(upper.toString()));
        boolean bfd = rule.at("bfd").bool(false);
        return over.map(each -> new SessionRule(lower, upper, each, families, lowerSide, upperSide, bfd));
    }

    private static int height(Role role) {
        return switch (role) {
            case NODE -> 0;
            case LEAF, BORDER_LEAF -> 1;
            case SPINE -> 2;
            case SUPER_SPINE -> 3;
            case EXTERNAL -> 4;
        };
    }

    private SessionSide side(YamlNode node) {
        YamlMapping side = node.mapping(SIDE);
        return new SessionSide(
                policy(side.at("import")),
                policy(side.at("export")),
                side.at("reflector-client").bool(false),
                side.at("next-hop")
                        .parse("one of standard, self, unchanged", SessionReader::mode)
                        .orElse(NextHopMode.STANDARD),
                side.at("allow-own-as").integer(0, 10, 0));
    }

    private Policy policy(YamlNode node) {
        Optional<String> name = node.text("the name of a policy");
        Policy found = policies.get(name.orElse(Policy.ACCEPT_ALL.name().value()));
        if (found == null) {
            node.wrong(node.describe(), "one of " + String.join(", ", new TreeSet<>(policies.keySet())));
        }
        return found == null ? Policy.ACCEPT_ALL : found;
    }

    private static NextHopMode mode(String text) {
        return Arrays.stream(NextHopMode.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no next-hop mode"));
    }
}
