package io.heddle.scenarios.judge;

import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.expect.Moment;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import java.util.ArrayList;
import java.util.List;

/** An expectation as a sentence. */
final class ExpectationText {

    private ExpectationText() {}

    static String of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.TableUse each -> use(each);
            case Expectation.BindingTable each -> each.where() + ": " + each.resource() + " is the fullest table";
            case Expectation.Entries each ->
                each.where() + ": " + Numbers.of(each.count()) + " " + Words.of(each.kind());
            case Expectation.Routes each ->
                each.where() + ": " + Numbers.counted(each.count(), "route")
                        + (each.length().isPresent()
                                ? " of length /" + each.length().getAsInt()
                                : "")
                        + each.within().map(prefix -> " inside " + prefix).orElse("");
            case Expectation.Route each -> route(each);
            case Expectation.Reach each -> reach(each);
            case Expectation.Resilience each -> resilience(each);
            case Expectation.Translated each -> Numbers.counted(each.pairs(), "pair") + " of pods translated";
            case Expectation.Structure each ->
                (each.present() ? "" : "no ")
                        + each.severity().map(severity -> severity + " ").orElse("")
                        + "finding " + each.rule()
                        + each.about().map(about -> " about " + about).orElse("");
            case Expectation.Count each -> each.what().count(each.count());
            case Expectation.Capacity each ->
                "grows to " + Numbers.of(each.largest())
                        + each.stoppedBy().map(what -> ", stopped by " + what).orElse("")
                        + each.on().map(role -> " on a " + role).orElse("")
                        + each.next().map(what -> ", next " + what).orElse("");
        };
    }

    private static String use(Expectation.TableUse each) {
        List<String> claims = new ArrayList<>();
        String used = each.used().isPresent() ? Numbers.of(each.used().getAsLong()) : "";
        String limit = each.limit().map(Numbers::of).orElse("");
        String both = (used + " " + limit).strip();
        if (!both.isEmpty()) {
            claims.add(both);
        }
        each.verdict().ifPresent(verdict -> claims.add(verdict.toString()));
        each.whenFull().ifPresent(action -> claims.add("when full: " + action));
        return each.where() + ": " + each.resource() + " " + String.join(", ", claims)
                + (each.moment() == Moment.WORST_FAILURE ? ", in the worst failure" : "");
    }

    private static String route(Expectation.Route each) {
        if (!each.present()) {
            return each.where() + ": no route to " + each.prefix();
        }
        return each.where() + ": a route to " + each.prefix()
                + (each.width().isPresent()
                        ? " over " + Numbers.counted(each.width().getAsInt(), "next hop")
                        : "")
                + each.source().map(source -> " from " + Words.of(source)).orElse("");
    }

    private static String reach(Expectation.Reach each) {
        List<String> without = new ArrayList<>();
        each.lost().forEach(device -> without.add(device.toString()));
        each.cut().forEach(cable -> without.add("cable " + cable));
        return each.from() + " to " + each.to() + ": " + each.arrival()
                + (without.isEmpty() ? "" : ", without " + String.join(", ", without));
    }

    private static String resilience(Expectation.Resilience each) {
        return (each.management() ? "management " : "traffic ")
                + (each.survives() ? "survives the loss of any " : "does not survive the loss of a ")
                + Words.of(each.losing()).replace('-', ' ')
                + (each.offenders().isPresent()
                        ? ": " + Numbers.of(each.offenders().getAsInt()) + " matter"
                        : "")
                + each.offender().map(part -> ", " + part + " does").orElse("");
    }
}
