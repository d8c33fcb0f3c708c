package io.heddle.model.device;

/** How many entries fit. */
public sealed interface Limit {

    Limit UNLIMITED = new Unlimited();
    Limit UNKNOWN = new Unknown();

    /** So many; 0 if the feature is switched off in this profile. */
    record Entries(long count) implements Limit {
        public Entries {
            if (count < 0) {
                throw new IllegalArgumentException("a limit of " + count + " entries; expected 0 or more");
            }
        }

        @Override
        public String toString() {
            return Long.toString(count);
        }
    }

    /** As many as one likes: a test device, or a document that says there is no limit. */
    record Unlimited() implements Limit {
        @Override
        public String toString() {
            return "unlimited";
        }
    }

    /** There is a limit and nobody published it. */
    record Unknown() implements Limit {
        @Override
        public String toString() {
            return "unknown";
        }
    }

    static Limit of(long count) {
        return new Entries(count);
    }
}
