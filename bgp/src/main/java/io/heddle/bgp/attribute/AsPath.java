package io.heddle.bgp.attribute;

import io.heddle.model.net.Asn;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An AS_PATH of one AS_SEQUENCE (RFC 4271 section 5.1.2), nearest AS first. A linked list: prepending shares the rest, so that a route
 * spreading over a fabric costs one small object a hop.
 */
public final class AsPath {

    /** The path of a route that has not left its AS. */
    public static final AsPath EMPTY = new AsPath(0, null, 0);

    private final long first;
    private final @Nullable AsPath rest;
    private final int length;

    private AsPath(long first, @Nullable AsPath rest, int length) {
        this.first = first;
        this.rest = rest;
        this.length = length;
    }

    public static AsPath of(Asn... nearestFirst) {
        AsPath path = EMPTY;
        for (int i = nearestFirst.length - 1; i >= 0; i--) {
            path = path.prepend(nearestFirst[i].value());
        }
        return path;
    }

    /** This path with {@code asn} in front. */
    public AsPath prepend(long asn) {
        return new AsPath(asn, this, length + 1);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The neighbouring AS that sent the route, 0 if the path is empty. */
    public long first() {
        return first;
    }

    /** How often {@code asn} appears. */
    public int count(long asn) {
        int count = 0;
        for (AsPath at = this; at != null && at.length > 0; at = at.rest) {
            if (at.first == asn) {
                count++;
            }
        }
        return count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof AsPath that) || length != that.length) {
            return false;
        }
        AsPath a = this;
        AsPath b = that;
        while (a != b && a != null && b != null) {
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
        for (AsPath at = this; at != null; at = at.rest) {
            hash = hash * 31 + Long.hashCode(at.first);
        }
        return hash;
    }

    /** AS numbers in asplain with spaces between, as routers print them. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        for (AsPath at = this; at != null && at.length > 0; at = at.rest) {
            text.add(Long.toString(at.first));
        }
        return text.toString();
    }
}
