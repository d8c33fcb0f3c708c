package io.heddle.bgp.attribute;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A segment of an AS_PATH (RFC 4271 section 4.3, RFC 5065 section 3).
 *
 * @param numbers AS numbers, nearest first in a sequence; at least one, any number the wire can carry but 0 (RFC 7607)
 */
public record AsSegment(Kind kind, List<Long> numbers) {

    /** In the order of the numbers on the wire, which begin at 1. */
    public enum Kind {
        SET,
        SEQUENCE,
        CONFEDERATION_SEQUENCE,
        CONFEDERATION_SET;

        boolean isSequence() {
            return this == SEQUENCE || this == CONFEDERATION_SEQUENCE;
        }

        public boolean isConfederation() {
            return this == CONFEDERATION_SEQUENCE || this == CONFEDERATION_SET;
        }
    }

    public AsSegment {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.stream().anyMatch(each -> each < 1 || each > 0xFFFF_FFFFL)) {
            throw new IllegalArgumentException("AS path segment of " + numbers);
        }
    }

    /** What it counts towards the length of the path: a set as one, a confederation's not at all (RFC 5065 section 5.3). */
    int length() {
        return switch (kind) {
            case SEQUENCE -> numbers.size();
            case SET -> 1;
            case CONFEDERATION_SEQUENCE, CONFEDERATION_SET -> 0;
        };
    }

    /** As routers print it: {@code 1 2}, {@code {1,2}}, {@code (1 2)}, {@code [1,2]}. */
    @Override
    public String toString() {
        return switch (kind) {
            case SEQUENCE -> joined(" ", "", "");
            case SET -> joined(",", "{", "}");
            case CONFEDERATION_SEQUENCE -> joined(" ", "(", ")");
            case CONFEDERATION_SET -> joined(",", "[", "]");
        };
    }

    private String joined(String separator, String before, String after) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(separator, before, after));
    }
}
