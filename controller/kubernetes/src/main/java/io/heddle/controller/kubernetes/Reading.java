package io.heddle.controller.kubernetes;

import io.heddle.controller.core.Event;

/** What an object means to the controller. */
sealed interface Reading {

    /** To be told. {@code gone}: what to tell when it is no more. */
    record Told(Event event, Event gone) implements Reading {}

    /** Nothing, as yet or any more. */
    record Nothing() implements Reading {}

    /** It cannot be understood. */
    record Malformed(String reason) implements Reading {}
}
