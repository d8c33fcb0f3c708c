package io.heddle.render.frr;

import io.heddle.model.config.Community;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.IpFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The prefix, AS-path and community lists that route-maps name. A list is written once, however often it is asked for. */
final class MatchLists {

    private final Map<String, List<String>> byKey = new LinkedHashMap<>();

    /** {@code match} line for a list of prefixes of one family. */
    String prefixes(String name, IpFamily family, Collection<PrefixRange> permitted) {
        return prefixes(name, family, List.of(), permitted);
    }

    /** The same with prefixes that are denied first. */
    String prefixes(String name, IpFamily family, Collection<PrefixRange> denied, Collection<PrefixRange> permitted) {
        String keyword = family == IpFamily.IPV4 ? "ip" : "ipv6";
        byKey.computeIfAbsent(keyword + " " + name, _ -> {
            List<String> lines = new ArrayList<>();
            String head = keyword + " prefix-list " + name + " seq ";
            denied.forEach(each -> lines.add(head + 5 * (lines.size() + 1) + " deny " + range(each)));
            permitted.forEach(each -> lines.add(head + 5 * (lines.size() + 1) + " permit " + range(each)));
            return lines;
        });
        return "match " + keyword + " address prefix-list " + name;
    }

    /** {@code match} line for paths that a regular expression finds. */
    String asPath(String name, Collection<String> expressions) {
        byKey.computeIfAbsent("as-path " + name, _ -> {
            List<String> lines = new ArrayList<>();
            String head = "bgp as-path access-list " + name + " seq ";
            expressions.forEach(each -> lines.add(head + 5 * (lines.size() + 1) + " permit " + each));
            return lines;
        });
        return "match as-path " + name;
    }

    /** {@code match} line for routes that have all of these. */
    String allOf(String name, Collection<Community> communities) {
        StringBuilder all = new StringBuilder();
        communities.forEach(each -> all.append(' ').append(text(each)));
        communityList(name, List.of(all.toString()));
        return "match community " + name;
    }

    /** The name of a list with a line for each, for {@code set comm-list NAME delete}. */
    String eachOf(String name, Collection<Community> communities) {
        communityList(name, communities.stream().map(each -> " " + text(each)).toList());
        return name;
    }

    private void communityList(String name, List<String> entries) {
        byKey.computeIfAbsent("community " + name, _ -> {
            List<String> lines = new ArrayList<>();
            String head = "bgp community-list standard " + name + " seq ";
            entries.forEach(each -> lines.add(head + 5 * (lines.size() + 1) + " permit" + each));
            return lines;
        });
    }

    static String text(Community community) {
        if (community.equals(Community.NO_EXPORT)) {
            return "no-export";
        }
        if (community.equals(Community.NO_ADVERTISE)) {
            return "no-advertise";
        }
        return community.equals(Community.GRACEFUL_SHUTDOWN) ? "graceful-shutdown" : community.toString();
    }

    /** FRR wants {@code ge} above the prefix's own length, and takes {@code le} alone to mean from that length. */
    private static String range(PrefixRange range) {
        int own = range.within().length();
        StringBuilder text = new StringBuilder(range.within().toString());
        if (range.from() > own) {
            text.append(" ge ").append(range.from());
        }
        if (range.to() > own) {
            text.append(" le ").append(range.to());
        }
        return text.toString();
    }

    List<String> lines() {
        return byKey.values().stream().flatMap(List::stream).toList();
    }
}
