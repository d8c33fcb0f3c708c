package io.heddle.model.config;

/** A change that a {@link PolicyTerm} makes to a route it accepts. */
public sealed interface Action {

    record SetLocalPref(long localPref) implements Action {}

    record SetMed(long med) implements Action {}

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
