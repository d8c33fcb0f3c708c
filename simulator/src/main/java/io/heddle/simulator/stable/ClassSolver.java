package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.propagation.RouteExport;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The fixed point of one {@link RouteClass} over the core (rule 5.7): all routers compute at once, round by round, each from what its peers
 * sent in the round before. A router computes again only when something that could matter to it has changed, which gives the same rounds.
 * Scratch space for one thread, reused from class to class.
 */
final class ClassSolver {

    private static final int MAX_ROUNDS = 1_000;

    private final CoreGraph core;
    private final SummaryAggregates summaries;
    private final ClassFacts facts;
    private final Cast cast;
    private final Agenda agenda;
    private final Choices choices;
    private final Outgoing outgoing;
    private final Reception reception;
    private final Selection selection = new Selection();

    private RouteClass routeClass;
    private BitSet activeAggregates = new BitSet();
    private @Nullable StubRoutes stubs;
    private int round;
    /** Some route carries a MED, so that routes put aside by preference may matter again. */
    private boolean anyMed;
    /** A twin of which somebody could use what it sends for all: then they are not alike. -1 if there is none. */
    private int usedTwin;

    ClassSolver(
            CoreGraph core,
            Twins twins,
            NextHops nextHops,
            HopGroups[] groups,
            SummaryAggregates summaries,
            PrefixLists lists,
            RouteClass any) {
        this.core = core;
        this.summaries = summaries;
        facts = new ClassFacts(lists, any);
        cast = new Cast(core, twins);
        agenda = new Agenda(core);
        choices = new Choices(core);
        outgoing = new Outgoing(core, facts);
        reception = new Reception(core, outgoing, facts, nextHops, groups, any);
        routeClass = any;
    }

    /** How solving a class ended. */
    enum Outcome {
        SOLVED,
        OSCILLATES,
        /** A stub's address is a third-party next hop: the class cannot be shared between stubs. */
        NOT_SHAREABLE
    }

    /**
     * Solves a class: first with one of each set of twins for all; each time that is seen to be wrong for a set, anew without it.
     *
     * @param active for a class with an aggregate: the core routers on which it is active
     * @param row filled with the number of each core router's group, see {@link HopGroups}
     */
    Outcome solve(RouteClass solved, BitSet active, int[] row) {
        reset(solved, active);
        cast.twins(solved, stubs);
        boolean settles = settle();
        while (usedTwin >= 0) {
            cast.setApart(usedTwin);
            reset(solved, active);
            settles = settle();
        }
        if (!settles) {
            Arrays.fill(row, HopGroups.NONE);
            return Outcome.OSCILLATES;
        }
        for (int v = 0; v < row.length; v++) {
            if (cast.computes(v)) {
                row[v] = !choices.hasRoute(v)
                        ? HopGroups.NONE
                        : choices.source(v) == RouteSourceKind.ORIGINATED
                                ? HopGroups.ORIGINATED
                                : reception.groupNumber(v, choices);
            }
        }
        for (int v = 0; v < row.length; v++) {
            row[v] = row[cast.computedBy(v)];
        }
        return reception.stubIsThirdParty() && solved.stub() != null ? Outcome.NOT_SHAREABLE : Outcome.SOLVED;
    }

    private void reset(RouteClass solved, BitSet active) {
        routeClass = solved;
        activeAggregates = active;
        usedTwin = -1;
        facts.about(solved);
        agenda.clear();
        choices.clear();
        outgoing.clear();
        reception.clear(solved);
        stubs = StubRoutes.of(solved, core, facts);
        anyMed = stubs != null && stubs.anyMed();
    }

    /** Runs the rounds; false if they do not end. Stops early when a twin is used. */
    private boolean settle() {
        for (Originator each : routeClass.originators()) {
            if (core.coreOf[each.router().number()] >= 0) {
                agenda.forAll(core.coreOf[each.router().number()]);
            }
        }
        for (round = 1; (!agenda.isEmpty() || round <= 2 && stubs != null) && usedTwin < 0; round++) {
            if (round > MAX_ROUNDS) {
                return false;
            }
            if (round == 2 && stubs != null) {
                stubs.receivers().forEach(agenda::forAll);
            }
            int changes = chooseAll();
            for (int i = 0; i < changes && usedTwin < 0; i++) {
                send(agenda.batch()[i]);
            }
        }
        return true;
    }

    /** Lets the listed routers choose from what was sent before this round; those whose best changed are left first in the batch. */
    private int chooseAll() {
        int count = agenda.take();
        int[] batch = agenda.batch();
        int changes = 0;
        for (int i = 0; i < count; i++) {
            if (choose(batch[i])) {
                batch[changes++] = batch[i];
            }
        }
        return changes;
    }

    private boolean choose(int v) {
        Router router = core.routers[v];
        selection.clear();
        boolean mustSend = false;
        if (needsAll(v, router)) {
            mustSend = offerOwn(v) && round == 1;
            if (stubs != null && round >= 2) {
                stubs.offer(v, selection, core);
            }
            for (int s = core.firstInto[v]; s < core.firstInto[v + 1]; s++) {
                reception.offer(s, selection);
            }
        } else {
            for (int i = 0; i < choices.groupSize(v); i++) {
                reception.offer(choices.groupSession(v, i), selection);
            }
            for (int i = 0; i < agenda.arrivals(v); i++) {
                reception.offer(agenda.arrival(v, i), selection);
            }
        }
        agenda.done(v);
        int chosen = selection.decide(router.bgp().maxPaths(), router.bgp().multipathRelax());
        if (selection.groupSize() == 0) {
            return choices.drop(v) || mustSend;
        }
        boolean originated = selection.bestSource() == RouteSourceKind.ORIGINATED;
        int nextHop = originated ? router.number() : reception.nextHop(chosen);
        return choices.take(v, selection, chosen, nextHop) || mustSend;
    }

    /**
     * Whether every session must be looked at. Otherwise what is in use and what has newly arrived are enough: everything else lost against
     * what is in use. That holds where preference alone put it aside: not where MED, a full group, equal paths or own and stubs' routes had
     * a say.
     */
    private boolean needsAll(int v, Router router) {
        return agenda.mustLookAtAll(v)
                || anyMed
                || !router.bgp().multipathRelax()
                || choices.groupSize(v) >= router.bgp().maxPaths()
                || choices.session(v) == Choices.ORIGINATED
                || usesStub(v);
    }

    private boolean usesStub(int v) {
        for (int i = 0; i < choices.groupSize(v); i++) {
            if (core.from[choices.groupSession(v, i)] < 0) {
                return true;
            }
        }
        return false;
    }

    /** Offers what the router originates; answers whether it sends a default route that is not its own. */
    private boolean offerOwn(int v) {
        boolean sendsDefault = false;
        for (Originator each : routeClass.originators()) {
            if (core.coreOf[each.router().number()] == v) {
                switch (each.kind()) {
                    case OWN -> offerOriginated(each.origin());
                    case DEFAULT -> sendsDefault = true;
                    case AGGREGATE -> {
                        if (activeAggregates.get(v)) {
                            offerOriginated(each.origin());
                        }
                    }
                }
            }
        }
        return sendsDefault;
    }

    private void offerOriginated(Origin origin) {
        selection.offer(PathAttributes.originated(origin), RouteSourceKind.ORIGINATED, 0, 0, Choices.ORIGINATED);
    }

    /** Publishes what a router whose best route changed sends now, and lists whoever that could matter to. */
    private void send(int u) {
        boolean sendsDefault = false;
        for (Originator each : routeClass.originators()) {
            sendsDefault |= each.kind() == Originator.Kind.DEFAULT
                    && core.coreOf[each.router().number()] == u;
        }
        int cameOver = sendsDefault ? Choices.NO_SESSION : choices.session(u);
        if (cameOver != reception.sentFrom(u)) {
            listSender(reception.sentFrom(u));
            listSender(cameOver);
            reception.setSentFrom(u, cameOver);
        }
        RouteExport.Best route = sendsDefault ? defaultRoute(u) : choices.best(u);
        // A twin stands for others that may suppress less: sending more than they do errs towards computing everyone.
        if (route != null && !cast.standsForOthers(u) && summaries.suppress(u, routeClass)) {
            route = null;
        }
        int own = core.routers[u].number();
        int learnedNextHop = sendsDefault ? own : choices.nextHop(u);
        for (int g : core.groupsOf[u]) {
            boolean wasSilent = outgoing.isSilent(g);
            if (outgoing.publish(g, route, own, learnedNextHop)) {
                anyMed |= outgoing.mayCarryMed(g);
                tellMembers(g, wasSilent);
            }
        }
    }

    private RouteExport.Best defaultRoute(int u) {
        return new RouteExport.Best(
                PathAttributes.originated(Origin.IGP),
                RouteSourceKind.ORIGINATED,
                false,
                core.routers[u].bgp().routerId());
    }

    /** The sender of a session: it hears, or no longer hears, its own route back. */
    private void listSender(int session) {
        if (session >= 0 && core.from[session] >= 0) {
            agenda.forAll(core.from[session]);
        }
    }

    /** Lists the members of a group to which its new route could matter; leaves out those to which it certainly does not. */
    private void tellMembers(int g, boolean wasSilent) {
        long preference = outgoing.preference(g);
        boolean silent = outgoing.isSilent(g);
        boolean forOthers = cast.standsForOthers(core.groupOwner.get(g));
        for (int s : core.groupSessions[g]) {
            int v = core.to[s];
            if (!cast.computes(v)) {
                continue;
            }
            boolean competes = !core.transparent[s] || anyMed || preference <= choices.preference(v);
            if (forOthers) {
                if (competes && reception.accepted(s) != null) {
                    usedTwin = core.groupOwner.get(g);
                    return;
                }
            } else if (!wasSilent && choices.isInUse(s) || anyMed) {
                agenda.forAll(v);
            } else if (!silent && competes) {
                agenda.arrival(s);
            }
        }
    }
}
