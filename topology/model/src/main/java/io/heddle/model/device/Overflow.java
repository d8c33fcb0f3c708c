package io.heddle.model.device;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What an operating system does with the entry that no longer fits.
 *
 * @param what in words, what an operator would see
 * @param restart how it comes back from a crash; empty where it does not by itself, or nobody said so
 * @param packetsPerSecond what the processor forwards of all that is punted to it; empty where nobody said so
 */
public record Overflow(
        Action action, String what, Evidence evidence, Optional<Restart> restart, OptionalInt packetsPerSecond) {

    public static final Overflow UNKNOWN =
            new Overflow(Action.UNKNOWN, "what happens when the table is full is not documented", Evidence.NONE);

    public Overflow {
        if (restart.isPresent() && action != Action.CRASH) {
            throw new IllegalArgumentException(action + " is nothing to restart from");
        }
        if (packetsPerSecond.isPresent() && action != Action.PUNT_TO_CPU) {
            throw new IllegalArgumentException(action + " punts no packets");
        }
    }

    /** Of which nothing more is known. */
    public Overflow(Action action, String what, Evidence evidence) {
        this(action, what, evidence, Optional.empty(), OptionalInt.empty());
    }

    public enum Action {
        /** The process that programs the ASIC goes down, and forwarding with it. */
        CRASH("crash"),
        /** The route stays in the routing table and is announced, but is not in the ASIC: a black hole. */
        DROP_SILENTLY("drop-silently"),
        /** The route is marked as not installed and withheld from peers. */
        NOT_ADVERTISED("not-advertised"),
        /** The processor forwards it, at a small fraction of the rate. */
        PUNT_TO_CPU("punt-to-cpu"),
        UNKNOWN("unknown");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        public static Optional<Action> parse(String text) {
            return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
        }

        /** The form used in files: {@code drop-silently}. */
        @Override
        public String toString() {
            return text;
        }
    }
}
