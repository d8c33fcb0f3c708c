package io.heddle.model.config;

/** A change that a {@link PolicyTerm} makes to a route it accepts. */
public sealed interface Action {

    /** LOCAL_PREF, 32 bits (RFC 4271 section 5.1.5). */
    record SetLocalPref(long localPref) implements Action {
        public SetLocalPref {
            if (localPref >>> 32 != 0) {
                throw new IllegalArgumentException("LOCAL_PREF " + localPref + " is outside 0..4294967295");
            }
        }
    }

    /** MULTI_EXIT_DISC, 32 bits (RFC 4271 section 5.1.4). */
    record SetMed(long med) implements Action {
        public SetMed {
            if (med >>> 32 != 0) {
                throw new IllegalArgumentException("MED " + med + " is outside 0..4294967295");
            }
        }
    }

    record AddCommunity(Community community) implements Action {}

    record RemoveCommunity(Community community) implements Action {}

    /** Prepends the router's own AS this many times, besides the once of eBGP. */
    record PrependOwnAs(int times) implements Action {
        public PrependOwnAs {
            if (times < 1 || times > 20) {
                throw new IllegalArgumentException("prepending " + times + " times is outside 1..20");
            }
        }
    }
}
