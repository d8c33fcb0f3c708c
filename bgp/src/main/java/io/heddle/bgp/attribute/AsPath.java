package io.heddle.bgp.attribute;

import io.heddle.model.net.Asn;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An AS_PATH (RFC 4271 section 5.1.2), nearest AS first. A linked list of the AS_SEQUENCE in front: prepending shares the rest, so that a
 * route spreading over a fabric costs one small object a hop. The last node holds the segments behind that sequence: sets and
 * confederation segments (RFC 5065), none in most paths.
 */
public final class AsPath {

    /** The path of a route that has not left its AS. */
    public static final AsPath EMPTY = new AsPath(0, null, List.of(), 0);

    private final long first;
    private final @Nullable AsPath rest;
    private final List<AsSegment> behind;
    private final int length;

    private AsPath(long first, @Nullable AsPath rest, List<AsSegment> behind, int length) {
        this.first = first;
        this.rest = rest;
        this.behind = behind;
        this.length = length;
    }

    public static AsPath of(Asn... nearestFirst) {
        AsPath path = EMPTY;
        for (int i = nearestFirst.length - 1; i >= 0; i--) {
            path = path.prepend(nearestFirst[i].value());
        }
        return path;
    }

    /** A path of these segments. */
    public static AsPath ofSegments(List<AsSegment> segments) {
        int front = 0;
        while (front < segments.size() && segments.get(front).kind() == AsSegment.Kind.SEQUENCE) {
            front++;
        }
        AsPath path = lastNode(segments.subList(front, segments.size()));
        while (front > 0) {
            List<Long> numbers = segments.get(--front).numbers();
            for (int i = numbers.size() - 1; i >= 0; i--) {
                path = path.prepend(numbers.get(i));
            }
        }
        return path;
    }

    private static AsPath lastNode(List<AsSegment> behind) {
        int length = behind.stream().mapToInt(AsSegment::length).sum();
        return behind.isEmpty()
                ? EMPTY
                : new AsPath(AsPathSegments.neighbor(behind), null, AsPathSegments.joined(behind), length);
    }

    /** This path with {@code asn} in front. */
    public AsPath prepend(long asn) {
        return new AsPath(asn, this, List.of(), length + 1);
    }

    /** This path with {@code asn} in front in a confederation sequence (RFC 5065 section 4). */
    public AsPath prependInConfederation(long asn) {
        return ofSegments(AsPathSegments.prependInConfederation(segments(), asn));
    }

    /** Without confederation segments, as it leaves the confederation (RFC 5065 section 4). */
    public AsPath withoutConfederation() {
        AsPath last = last();
        return last.behind.stream().anyMatch(each -> each.kind().isConfederation())
                ? ofSegments(segments().stream()
                        .filter(each -> !each.kind().isConfederation())
                        .toList())
                : this;
    }

    /** What the decision process counts: a set is one, confederation segments are none (RFC 4271 section 9.1.2.2 a, RFC 5065). */
    public int length() {
        return length;
    }

    /** Whether there is no AS at all in it. */
    public boolean isEmpty() {
        return rest == null && behind.isEmpty();
    }

    /** Whether it is one AS_SEQUENCE, or empty. */
    public boolean isPlain() {
        return last().behind.isEmpty();
    }

    /**
     * The neighbouring AS that sent the route; 0 if there is none: the path is empty, has confederation segments only, or begins with a
     * set (RFC 4271 section 9.1.2.2 c).
     */
    public long first() {
        return first;
    }

    /** How often {@code asn} appears, in whatever segment. */
    public int count(long asn) {
        int count = 0;
        AsPath at = this;
        for (AsPath next = at.rest; next != null; next = at.rest) {
            if (at.first == asn) {
                count++;
            }
            at = next;
        }
        for (AsSegment segment : at.behind) {
            for (long each : segment.numbers()) {
                if (each == asn) {
                    count++;
                }
            }
        }
        return count;
    }

    /** The AS numbers of the sequence in front, nearest first. */
    public long[] sequence() {
        long[] numbers = new long[sequenceLength()];
        AsPath at = this;
        int i = 0;
        for (AsPath next = at.rest; next != null; next = at.rest) {
            numbers[i++] = at.first;
            at = next;
        }
        return numbers;
    }

    /** The segments behind the sequence in front. */
    public List<AsSegment> behind() {
        return last().behind;
    }

    /** The whole path as segments. */
    public List<AsSegment> segments() {
        List<AsSegment> segments = new ArrayList<>();
        if (rest != null) {
            List<Long> numbers = new ArrayList<>();
            for (long each : sequence()) {
                numbers.add(each);
            }
            segments.add(new AsSegment(AsSegment.Kind.SEQUENCE, numbers));
        }
        segments.addAll(behind());
        return segments;
    }

    private int sequenceLength() {
        return length - last().length;
    }

    private AsPath last() {
        AsPath at = this;
        for (AsPath next = at.rest; next != null; next = at.rest) {
            at = next;
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof AsPath that) || length != that.length) {
            return false;
        }
        AsPath a = this;
        AsPath b = that;
        while (a != b) {
            if (a.rest == null || b.rest == null) {
                return a.rest == b.rest && a.behind.equals(b.behind);
            }
            if (a.first != b.first) {
                return false;
            }
            a = a.rest;
            b = b.rest;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = length;
        AsPath at = this;
        for (AsPath next = at.rest; next != null; next = at.rest) {
            hash = hash * 31 + Long.hashCode(at.first);
            at = next;
        }
        return hash * 31 + at.behind.hashCode();
    }

    /** AS numbers in asplain with spaces between, as routers print them. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        for (AsSegment each : segments()) {
            text.add(each.toString());
        }
        return text.toString();
    }
}
