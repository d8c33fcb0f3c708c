package io.heddle.test.reference;

import io.heddle.model.config.Neighbor;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Best path and multipath (rules 5.2 and 5.3). Smaller is better in every comparator. */
final class Decision {

    private static final Comparator<Candidate> BEFORE_MED = Comparator.<Candidate>comparingLong(
                    each -> -each.route().localPref())
            .thenComparingInt(each -> each.route().asPath().size())
            .thenComparing(each -> each.route().origin());

    private static final Comparator<Candidate> MED =
            Comparator.comparingLong(each -> each.route().med().orElse(0));

    private static final Comparator<Candidate> EXTERNAL_FIRST = Comparator.comparing(Candidate::isInternal);

    private static final Comparator<Candidate> TIE_BREAK = Comparator.comparing(Decision::originator)
            .thenComparingInt(each -> each.route().clusterList().size())
            .thenComparing(Decision::comesByAddress)
            .thenComparing(Decision::portOrAddress);

    private Decision() {}

    static Optional<Candidate> best(List<Candidate> candidates) {
        Optional<Candidate> own = candidates.stream().filter(Candidate::isOwn).findFirst();
        if (own.isPresent()) {
            return own;
        }
        // deterministic-med: the MED is compared inside each neighbouring AS, and only there.
        Comparator<Candidate> inside =
                BEFORE_MED.thenComparing(MED).thenComparing(EXTERNAL_FIRST).thenComparing(TIE_BREAK);
        Comparator<Candidate> between = BEFORE_MED.thenComparing(EXTERNAL_FIRST).thenComparing(TIE_BREAK);
        Map<Optional<Asn>, Candidate> bestOfAs = new HashMap<>();
        for (Candidate each : candidates) {
            bestOfAs.merge(neighborAs(each), each, (a, b) -> inside.compare(a, b) <= 0 ? a : b);
        }
        return bestOfAs.values().stream().min(between);
    }

    /** The routes that forward, the best first; the best is one that was learned. */
    static List<Candidate> multipath(Candidate best, List<Candidate> candidates, int maxPaths, boolean relax) {
        List<Candidate> others = new ArrayList<>();
        for (Candidate each : candidates) {
            if (!each.equals(best) && tie(each, best) && (relax || samePath(each, best))) {
                others.add(each);
            }
        }
        others.sort(TIE_BREAK);
        List<Candidate> all = new ArrayList<>(List.of(best));
        all.addAll(others);
        return all.subList(0, Math.min(maxPaths, all.size()));
    }

    private static boolean tie(Candidate each, Candidate best) {
        boolean medMatters = neighborAs(each).equals(neighborAs(best));
        return BEFORE_MED.compare(each, best) == 0
                && (!medMatters || MED.compare(each, best) == 0)
                && EXTERNAL_FIRST.compare(each, best) == 0;
    }

    private static boolean samePath(Candidate each, Candidate best) {
        return each.route().asPath().equals(best.route().asPath());
    }

    private static Optional<Asn> neighborAs(Candidate each) {
        return each.route().asPath().stream().findFirst();
    }

    private static IpAddress originator(Candidate each) {
        return each.route()
                .originatorId()
                .orElseGet(() -> session(each).peer().bgp().routerId());
    }

    private static boolean comesByAddress(Candidate each) {
        return session(each).neighbor().port().isEmpty();
    }

    /** Ports and addresses never meet here: {@link #comesByAddress} has told them apart. */
    private static Key portOrAddress(Candidate each) {
        Neighbor neighbor = session(each).neighbor();
        return neighbor.port().isPresent()
                ? new Key(neighbor.port().get().value(), Optional.empty())
                : new Key("", neighbor.address());
    }

    private record Key(String port, Optional<IpAddress> address) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return address.isPresent() && other.address.isPresent()
                    ? address.get().compareTo(other.address.get())
                    : port.compareTo(other.port);
        }
    }

    private static Session session(Candidate each) {
        return each.from().orElseThrow();
    }
}
