package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import java.util.Arrays;

/**
 * What becomes of routes in an update group, worked out once per attribute set and source. Entries know which set they are about by its
 * serial, so that nothing has to be told when a set is forgotten. Single-threaded.
 */
final class ExportMemo {

    private static final int NONE = AttributeTable.NONE;

    private final AttributeTable attributes;
    private final ExportRules rules;
    private final UpdateFormat format;
    private final DestinationFacts facts;
    /** The source plus one; 0 is empty. */
    private int[] source = {};

    private int[] serial = {};
    private int[] result = {};
    private int[] resultSerial = {};

    ExportMemo(AttributeTable attributes, ExportRules rules, UpdateFormat format, DestinationFacts facts) {
        this.attributes = attributes;
        this.rules = rules;
        this.format = format;
        this.facts = facts;
    }

    /** The set a route is sent with, held once more, or {@link AttributeTable#NONE} if it is not sent. */
    int export(int set, RouteSource from, int destination) {
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
        int sent = workOut(set, from, destination);
        if (set >= source.length) {
            int longer = Math.max(8, attributes.limit() + (attributes.limit() >> 1));
            source = Arrays.copyOf(source, longer);
            serial = Arrays.copyOf(serial, longer);
            result = Arrays.copyOf(result, longer);
            resultSerial = Arrays.copyOf(resultSerial, longer);
        }
        source[set] = from.number() + 1;
        serial[set] = attributes.serial(set);
        result[set] = sent;
        resultSerial[set] = sent == NONE ? 0 : attributes.serial(sent);
        return sent;
    }

    private int workOut(int set, RouteSource from, int destination) {
        facts.about(destination, from.kind());
        if (!(rules.apply(attributes.set(set), from, facts) instanceof ExportRules.Outcome.Sent sent)) {
            return NONE;
        }
        Octets payload = attributes.payload(set);
        int number = attributes.intern(sent.attributes(), payload);
        if (!format.fits(number)) {
            attributes.release(number);
            return NONE;
        }
        return number;
    }

    /** Why a route is not sent, or how it is. */
    String explain(int set, RouteSource from, int destination) {
        facts.about(destination, from.kind());
        return switch (rules.apply(attributes.set(set), from, facts)) {
            case ExportRules.Outcome.Stopped stopped -> "not sent: " + stopped.reason();
            case ExportRules.Outcome.Sent sent -> "sent with " + sent.attributes();
        };
    }
}
