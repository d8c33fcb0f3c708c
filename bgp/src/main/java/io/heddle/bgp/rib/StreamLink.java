package io.heddle.bgp.rib;

import org.jspecify.annotations.Nullable;

/** A {@link Segment} in its place in a stream. Whoever keeps the segment alone does not keep those after it. */
final class StreamLink {

    final Segment segment;

    @Nullable
    StreamLink next;

    StreamLink(Segment segment) {
        this.segment = segment;
    }
}
