package io.heddle.controller.core.speak;

import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PolicyName;
import io.heddle.model.config.PolicyTerm;
import java.util.List;

/**
 * NO_ADVERTISE and NO_EXPORT are for the switch to obey, but the speaker would obey them first and send it nothing (RFC 1997 says the
 * same of routes of one's own). So they stand as marks in the table, and export puts the real ones in their place. The marks are of AS 0,
 * which RFC 1997 reserves.
 */
public final class Marks {

    private static final Community KEPT = new Community(0, Community.NO_ADVERTISE.value());
    private static final Community INSIDE = new Community(0, Community.NO_EXPORT.value());

    /** Puts the real ones back. */
    public static final Policy EXPORT = new Policy(
            PolicyName.of("unmark"),
            List.of(
                    term(KEPT, Community.NO_ADVERTISE, INSIDE, Community.NO_EXPORT),
                    term(KEPT, Community.NO_ADVERTISE),
                    term(INSIDE, Community.NO_EXPORT)),
            true);

    private Marks() {}

    static Community marked(Community community) {
        return community.equals(Community.NO_ADVERTISE)
                ? KEPT
                : community.equals(Community.NO_EXPORT) ? INSIDE : community;
    }

    private static PolicyTerm term(Community mark, Community real) {
        return new PolicyTerm(
                real.toString().replace(':', '-'),
                List.of(new Match.HasCommunity(mark)),
                List.of(new Action.RemoveCommunity(mark), new Action.AddCommunity(real)),
                true);
    }

    private static PolicyTerm term(Community mark, Community real, Community second, Community secondReal) {
        return new PolicyTerm(
                "both",
                List.of(new Match.HasCommunity(mark), new Match.HasCommunity(second)),
                List.of(
                        new Action.RemoveCommunity(mark),
                        new Action.AddCommunity(real),
                        new Action.RemoveCommunity(second),
                        new Action.AddCommunity(secondReal)),
                true);
    }
}
