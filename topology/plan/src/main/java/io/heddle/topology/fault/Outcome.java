package io.heddle.topology.fault;

import java.util.List;
import java.util.function.Function;

/** A value, or why there is none. */
public sealed interface Outcome<T> {

    /** It could be made. */
    record Made<T>(T value) implements Outcome<T> {}

    /** It could not; all the reasons found, at least one. */
    record Refused<T>(List<Fault> faults) implements Outcome<T> {
        public Refused {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("refused without a fault");
            }
        }
    }

    static <T> Outcome<T> made(T value) {
        return new Made<>(value);
    }

    static <T> Outcome<T> refused(Faults faults) {
        return new Refused<>(faults.list());
    }

    /** Goes on with the value, or passes the faults through. */
    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        return switch (this) {
            case Made<T>(T value) -> next.apply(value);
            case Refused<T>(List<Fault> faults) -> new Refused<>(faults);
        };
    }

    /** The faults; none where it could be made. */
    default List<Fault> faults() {
        return switch (this) {
            case Made<T> _ -> List.of();
            case Refused<T>(List<Fault> faults) -> faults;
        };
    }

    /** The value, for callers that know the input is right; an {@link IllegalStateException} with every fault if it is not. */
    default T orThrow() {
        return switch (this) {
            case Made<T>(T value) -> value;
            case Refused<T>(List<Fault> faults) -> throw new IllegalStateException(faults.toString());
        };
    }
}
