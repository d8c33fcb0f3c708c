package io.heddle.controller.kubernetes;

import io.heddle.controller.core.Event;

/** Who is told of a cluster. Called by the thread of each kind ({@code nodes}, {@code pods}), which waits meanwhile. */
public interface ClusterListener {

    void happened(Event event);

    /**
     * An object was passed over.
     *
     * @param object its kind and name
     * @param reason what was found and what was expected
     */
    void malformed(String object, String reason);

    /** A whole list was read and is watched from now on; after the start, and after it was away. */
    void reached(String kind, int objects);

    /** The API server does not answer, or not as it should; it is tried again. Told once a reason. */
    void away(String kind, String reason);
}
