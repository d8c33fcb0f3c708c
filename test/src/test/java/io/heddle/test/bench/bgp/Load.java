package io.heddle.test.bench.bgp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sent through a daemon.
 *
 * @param name as on the command line
 * @param routes of each sender
 * @param same whether all senders announce the same prefixes (with their own next hops)
 * @param external eBGP through a transparent route server, else iBGP through a route reflector
 */
record Load(String name, Shape shape, int senders, int receivers, int routes, boolean same, boolean external) {

    /** Routes kept free above the table for the probes of single routes. */
    static final int PROBES = 1_000;

    private static final Pattern NAME = Pattern.compile(
            "(?<senders>\\d+)x(?<each>\\d+[km]?)(?<same>-same)?|(?<evpn>evpn-)?rr(?<receivers>\\d+)x(?<reflected>\\d+[km]?)(?<tab>-tab)?|(?<shape>tab|pod|etab|evpn|inject)(?<routes>\\d+[km]?)");

    /** {@code tab1m}, {@code pod500k}, {@code evpn100k}, {@code etab500k}, {@code 10x100k[-same]}, {@code [evpn-]rr100x50k[-tab]}, {@code inject100k}. */
    static Load parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no load is called " + name);
        }
        if (matcher.group("senders") != null) {
            int senders = Integer.parseInt(matcher.group("senders"));
            boolean same = matcher.group("same") != null;
            return new Load(name, Shape.TAB, senders, 1, count(matcher.group("each")), same, false);
        }
        if (matcher.group("receivers") != null) {
            Shape shape =
                    matcher.group("evpn") != null ? Shape.EVPN : matcher.group("tab") != null ? Shape.TAB : Shape.POD;
            int receivers = Integer.parseInt(matcher.group("receivers"));
            return new Load(name, shape, 1, receivers, count(matcher.group("reflected")), false, false);
        }
        String word = matcher.group("shape");
        Shape shape =
                switch (word) {
                    case "pod", "inject" -> Shape.POD;
                    case "evpn" -> Shape.EVPN;
                    default -> Shape.TAB;
                };
        int senders = word.equals("inject") ? 0 : 1;
        return new Load(name, shape, senders, 1, count(matcher.group("routes")), false, word.equals("etab"));
    }

    private static int count(String text) {
        int end = text.length() - 1;
        return switch (text.charAt(end)) {
            case 'k' -> Integer.parseInt(text.substring(0, end)) * 1_000;
            case 'm' -> Integer.parseInt(text.substring(0, end)) * 1_000_000;
            default -> Integer.parseInt(text);
        };
    }

    /** Whether the daemon is told the routes by its own interface, and nobody sends them. */
    boolean isInjected() {
        return senders == 0;
    }

    /** Distinct routes of all senders. */
    int distinct() {
        return same || isInjected() ? routes : routes * senders;
    }

    /** Index of a sender's first route. */
    int first(int sender) {
        return same ? 0 : sender * routes;
    }

    /** The next hop that a sender's route with this index has. */
    int nextHop(int sender, int index) {
        return 0xC0_00_00_00 | sender + 1 << 16 | index / shape.group() % 65_000 + 1;
    }

    /** The sender of a route, or -1 when several send it. */
    int senderOf(int index) {
        if (index >= distinct()) {
            return 0;
        }
        return same ? -1 : index / routes;
    }

    Peer sender(int number) {
        return new Peer("127.0.1." + (number + 1), external ? 64_600 + number : Peer.DAEMON_AS);
    }

    Peer receiver(int number) {
        return new Peer("127.0.2." + (number + 1), external ? 64_800 + number : Peer.DAEMON_AS);
    }
}
