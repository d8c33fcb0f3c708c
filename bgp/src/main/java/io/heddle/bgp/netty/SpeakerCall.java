package io.heddle.bgp.netty;

import io.heddle.bgp.speaker.Speaker;

/** Something to ask of the speaker on its own thread. */
@FunctionalInterface
public interface SpeakerCall<T> {

    T on(Speaker speaker, long now);
}
