package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.decision.Preference;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.model.config.Community;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What routes carry, by number: an attribute set and, in families whose NLRI are more than a key, the payload of the NLRI (labels, for
 * example), each held once however many routes carry it. A set that arrived is found by its bytes, so that it is decoded
 * once; one that was made here is found by its value. Numbers are held and released by those who refer to them; one that nobody holds is
 * forgotten and its number used again, which {@link #serial} tells. Single-threaded.
 */
final class AttributeTable {

    static final int NONE = -1;

    /** RFC 9494 section 4.6. */
    static final Community LLGR_STALE = new Community(0xFFFF, 6);

    private final FreeNumbers numbers = new FreeNumbers();
    private final BlockIndex blocks;
    private final Map<Content, Integer> made = new HashMap<>();
    private @Nullable Content[] contents = {};
    private long[] preference = {};
    private int[] holds = {};
    private int[] serial = {};
    private boolean[] longLived = {};
    private long[] cost = {};
    private int withMed;
    private NextHopCosts costs = NextHopCosts.ALL_REACHABLE;

    private record Content(AttributeSet set, Octets payload) {}

    AttributeTable(long secret) {
        blocks = new BlockIndex(secret);
    }

    /**
     * The set whose bytes these are, or {@link #NONE}. Not held.
     *
     * @param context what else the meaning of the bytes depends on
     */
    int find(byte[] bytes, int from, int to, int context) {
        return blocks.find(bytes, from, to, context);
    }

    /** Adds a set under its bytes, which are not known yet. Held once. */
    int add(byte[] bytes, int from, int to, int context, AttributeSet set, Octets payload) {
        int number = add(new Content(set, payload));
        blocks.add(bytes, from, to, context, number);
        return number;
    }

    /** The set made here that is equal to this. Held once more. */
    int intern(AttributeSet set, Octets payload) {
        Content content = new Content(set, payload);
        Integer known = made.get(content);
        if (known != null) {
            hold(known);
            return known;
        }
        int number = add(content);
        made.put(content, number);
        return number;
    }

    private int add(Content content) {
        int number = numbers.take();
        if (number >= holds.length) {
            int longer = Math.max(8, number + (number >> 1));
            contents = Arrays.copyOf(contents, longer);
            preference = Arrays.copyOf(preference, longer);
            holds = Arrays.copyOf(holds, longer);
            serial = Arrays.copyOf(serial, longer);
            longLived = Arrays.copyOf(longLived, longer);
            cost = Arrays.copyOf(cost, longer);
        }
        contents[number] = content;
        preference[number] = Preference.of(content.set.core(), RouteSourceKind.EXTERNAL);
        longLived[number] = content.set.core().has(LLGR_STALE);
        cost[number] = cost(content.set);
        withMed += hasMed(content) ? 1 : 0;
        holds[number] = 1;
        return number;
    }

    private static boolean hasMed(Content content) {
        return content.set.core().med() > 0;
    }

    /** Whether no set has a MED that could count. */
    boolean hasNoMed() {
        return withMed == 0;
    }

    /** Nothing, where the next hop is the router itself, or on the link that the session runs over. */
    private long cost(AttributeSet set) {
        NextHop nextHop = set.nextHop().orElse(null);
        return nextHop == null || nextHop.isOnLink() ? 0 : costs.of(nextHop);
    }

    /** Asks for the costs of all next hops again, from these from now on; adds the sets of whose routes that may change the use. */
    void askCosts(NextHopCosts from, NumberSet changed) {
        boolean judgedOtherwise = from.judgesExternal() != costs.judgesExternal();
        costs = from;
        Map<NextHop, Long> known = new HashMap<>();
        for (int each = 0; each < numbers.limit(); each++) {
            Content content = contents[each];
            NextHop nextHop = content == null ? null : content.set.nextHop().orElse(null);
            if (nextHop != null && !nextHop.isOnLink()) {
                long now = known.computeIfAbsent(nextHop, costs::of);
                if (now != cost[each] || judgedOtherwise && now == NextHopCosts.UNREACHABLE) {
                    cost[each] = now;
                    changed.add(each);
                }
            }
        }
    }

    /** Whether a route with these attributes can be used: its next hop is reached, or not asked for. */
    boolean isReached(int number, RouteSource from) {
        return cost[number] != NextHopCosts.UNREACHABLE
                || from.kind() == RouteSourceKind.EXTERNAL && !costs.judgesExternal();
    }

    /** What it costs to reach the next hop, or {@link NextHopCosts#UNREACHABLE}. */
    long cost(int number) {
        return cost[number];
    }

    void hold(int number) {
        holds[number]++;
    }

    void release(int number) {
        if (--holds[number] == 0) {
            withMed -= hasMed(Objects.requireNonNull(contents[number])) ? 1 : 0;
            if (!blocks.remove(number)) {
                made.remove(contents[number]);
            }
            contents[number] = null;
            serial[number]++;
            numbers.giveBack(number);
        }
    }

    AttributeSet set(int number) {
        return Objects.requireNonNull(contents[number]).set;
    }

    Octets payload(int number) {
        return Objects.requireNonNull(contents[number]).payload;
    }

    /** {@link Preference} of a learned route that carries the set. */
    long preference(int number) {
        return preference[number];
    }

    /** Whether routes with it are the last resort (RFC 9494 section 4.3). */
    boolean isLongLived(int number) {
        return longLived[number];
    }

    /** Changes whenever the number comes to mean another set. */
    int serial(int number) {
        return serial[number];
    }

    /** All numbers are below this. */
    int limit() {
        return numbers.limit();
    }

    /** How many sets there are. */
    int size() {
        return numbers.size();
    }
}
