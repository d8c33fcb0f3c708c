package io.heddle.topology.design;

import io.heddle.model.config.Action;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a policy: a list of terms, each with what it matches, what it sets and what it decides. */
final class PolicyReader {

    static final Keys POLICY = Keys.required("terms").optional("otherwise");
    static final Keys TERM = Keys.required("name").optional("match", "set", "then");
    static final Keys MATCH = Keys.of("prefix", "community", "as-path-contains", "family");
    static final Keys ACTION = Keys.of("local-pref", "med", "add-community", "remove-community", "prepend");

    private enum Verdict {
        ACCEPT,
        REJECT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private PolicyReader() {}

    /** One entry of {@code policies}: the name and the policy. */
    static Optional<Policy> read(YamlEntry entry) {
        Optional<PolicyName> name = entry.key().parse("the name of a policy", PolicyName::of);
        YamlMapping policy = entry.value().mapping(POLICY);
        List<PolicyTerm> terms = policy.at("terms").list(PolicyReader::term);
        boolean accept = accepts(policy.at("otherwise"), Verdict.REJECT);
        return name.map(each -> new Policy(each, terms, accept));
    }

    private static boolean accepts(YamlNode node, Verdict otherwise) {
        return node.oneOf(Verdict.values()).orElse(otherwise) == Verdict.ACCEPT;
    }

    private static Optional<PolicyTerm> term(YamlNode node) {
        YamlMapping term = node.mapping(TERM);
        Optional<String> name = term.at("name").text("the name of a term");
        List<Match> matches = term.at("match").list(PolicyReader::match);
        List<Action> actions = term.at("set").list(PolicyReader::action);
        boolean accept = accepts(term.at("then"), Verdict.ACCEPT);
        if (!accept && !actions.isEmpty()) {
            term.at("set").wrong("a list with 'then: reject'", "no 'set': a rejected route is not changed");
            return Optional.empty();
        }
        return name.map(each -> new PolicyTerm(each, matches, actions, accept));
    }

    private static Optional<Match> match(YamlNode node) {
        if (node.isScalar()) {
            return node.parse(
                    "originated-here, as-path-empty or a mapping with the keys " + MATCH, text -> switch (text) {
                        case "originated-here" -> new Match.OriginatedHere();
                        case "as-path-empty" -> new Match.AsPathEmpty();
                        default -> throw new IllegalArgumentException("'" + text + "' is no condition");
                    });
        }
        YamlMapping match = node.mapping(MATCH);
        if (match.has("prefix")) {
            List<PrefixRange> ranges = match.at("prefix")
                    .list(each -> each.parse(
                            "a prefix, or one with bounds such as '10.0.0.0/8 ge 24 le 32'", PolicyReader::range));
            return Optional.of(new Match.PrefixIn(ranges));
        }
        if (match.has("community")) {
            return community(match.at("community")).map(Match.HasCommunity::new);
        }
        if (match.has("as-path-contains")) {
            return match.at("as-path-contains")
                    .parse("an AS number", Asn::parse)
                    .map(Match.AsPathContains::new);
        }
        return match.at("family")
                .parse("one of " + families(), PolicyReader::family)
                .map(Match.FamilyIs::new);
    }

    private static List<String> families() {
        return Arrays.stream(AddressFamily.values()).map(PolicyReader::word).toList();
    }

    private static String word(AddressFamily family) {
        return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AddressFamily family(String text) {
        return Arrays.stream(AddressFamily.values())
                .filter(each -> word(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no address family"));
    }

    /** {@code PREFIX [ge LENGTH] [le LENGTH]}; without bounds exactly the prefix. */
    static PrefixRange range(String text) {
        String[] words = text.strip().split(" +", -1);
        Prefix prefix = Prefix.parse(words[0]);
        int from = prefix.length();
        int to = prefix.length();
        for (int i = 1; i < words.length; i += 2) {
            int bound = i + 1 < words.length ? Integer.parseInt(words[i + 1]) : -1;
            switch (words[i]) {
                case "ge" -> {
                    from = bound;
                    to = words.length > i + 2 ? to : prefix.family().bits();
                }
                case "le" -> to = bound;
                default -> throw new IllegalArgumentException("'" + words[i] + "' is neither ge nor le");
            }
        }
        return new PrefixRange(prefix, from, to);
    }

    private static Optional<Community> community(YamlNode node) {
        return node.parse("a community such as 65001:100, no-export or no-advertise", text -> switch (text) {
            case "no-export" -> Community.NO_EXPORT;
            case "no-advertise" -> Community.NO_ADVERTISE;
            default -> {
                int colon = text.indexOf(':');
                yield new Community(
                        Integer.parseInt(text.substring(0, Math.max(0, colon))),
                        Integer.parseInt(text.substring(colon + 1)));
            }
        });
    }

    private static Optional<Action> action(YamlNode node) {
        YamlMapping action = node.mapping(ACTION);
        if (action.has("local-pref")) {
            return boxed(action.at("local-pref"), 0).map(Action.SetLocalPref::new);
        }
        if (action.has("med")) {
            return boxed(action.at("med"), 0).map(Action.SetMed::new);
        }
        if (action.has("add-community")) {
            return community(action.at("add-community")).map(Action.AddCommunity::new);
        }
        if (action.has("remove-community")) {
            return community(action.at("remove-community")).map(Action.RemoveCommunity::new);
        }
        if (action.has("prepend")) {
            return Optional.of(new Action.PrependOwnAs(action.at("prepend").integer(1, 20, 1)));
        }
        if (node.isMapping()) {
            node.wrong("an empty mapping", "one of " + ACTION);
        }
        return Optional.empty();
    }

    private static Optional<Long> boxed(YamlNode node, int min) {
        return node.integer(min, Integer.MAX_VALUE).stream()
                .mapToObj(each -> (long) each)
                .findFirst();
    }
}
