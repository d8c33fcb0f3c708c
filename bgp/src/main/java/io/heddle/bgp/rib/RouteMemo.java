package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What becomes of routes by some {@link RouteRules}, worked out once per attribute set and source. Entries know which set they are about
 * by its serial, so that nothing has to be told when a set is forgotten. Single-threaded.
 */
final class RouteMemo {

    private static final int NONE = AttributeTable.NONE;

    private final AttributeTable attributes;
    private final RouteRules rules;
    private final DestinationFacts facts;
    private final IntPredicate acceptable;
    /** The source plus one; 0 is empty. */
    private int[] source = {};

    private int[] serial = {};
    private int[] result = {};
    private int[] resultSerial = {};

    /**
     * A memo.
     *
     * @param acceptable refuses sets that are otherwise fine
     */
    RouteMemo(AttributeTable attributes, RouteRules rules, DestinationFacts facts, IntPredicate acceptable) {
        this.attributes = attributes;
        this.rules = rules;
        this.facts = facts;
        this.acceptable = acceptable;
    }

    /** Whether routes with equal attributes and source may fare differently. */
    boolean asksForPrefix() {
        return rules.asksForPrefix();
    }

    /** The set a route has afterwards, held once more, or {@link AttributeTable#NONE} if it is stopped. */
    int apply(int set, RouteSource from, int destination) {
        if (rules.asksForPrefix()) {
            return workOut(set, from, destination);
        }
        if (set < source.length && source[set] == from.number() + 1 && serial[set] == attributes.serial(set)) {
            int known = result[set];
            if (known == NONE) {
                return NONE;
            }
            if (resultSerial[set] == attributes.serial(known)) {
                attributes.hold(known);
                return known;
            }
        }
        int after = workOut(set, from, destination);
        if (set >= source.length) {
            int longer = Math.max(8, attributes.limit() + (attributes.limit() >> 1));
            source = Arrays.copyOf(source, longer);
            serial = Arrays.copyOf(serial, longer);
            result = Arrays.copyOf(result, longer);
            resultSerial = Arrays.copyOf(resultSerial, longer);
        }
        source[set] = from.number() + 1;
        serial[set] = attributes.serial(set);
        result[set] = after;
        resultSerial[set] = after == NONE ? 0 : attributes.serial(after);
        return after;
    }

    private int workOut(int set, RouteSource from, int destination) {
        facts.about(destination, from.kind());
        AttributeSet before = attributes.set(set);
        if (!(rules.apply(before, from, facts) instanceof RouteRules.Outcome.Passed passed)) {
            return NONE;
        }
        int after = set;
        if (passed.attributes().equals(before)) {
            attributes.hold(set);
        } else {
            after = attributes.intern(passed.attributes(), attributes.payload(set));
        }
        if (!acceptable.test(after)) {
            attributes.release(after);
            return NONE;
        }
        return after;
    }

    /** What becomes of a route, in words if it is stopped. */
    RouteRules.Outcome explain(int set, RouteSource from, int destination) {
        facts.about(destination, from.kind());
        return rules.apply(attributes.set(set), from, facts);
    }
}
