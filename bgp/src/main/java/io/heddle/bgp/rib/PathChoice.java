package io.heddle.bgp.rib;

import io.heddle.bgp.decision.Selection;
import io.heddle.model.config.BgpConfig;

/** Chooses among the paths of a destination: the best, the ECMP group, or a ranking. */
final class PathChoice {

    private static final int NONE = RouteTable.NONE;
    private static final int[] NO_PATHS = {};

    private final RouteTable table;
    private final BgpConfig router;
    private final Selection selection;

    PathChoice(RouteTable table, BgpConfig router, Selection selection) {
        this.table = table;
        this.router = router;
        this.selection = selection;
    }

    /** The best path, or {@link RouteTable#NONE}. */
    int decide(int to) {
        int only = table.firstPath(to);
        if (only == NONE) {
            return NONE;
        }
        if (table.nextPath(only) == NONE) {
            return table.isUsable(only) ? only : NONE;
        }
        offerAll(to);
        return selection.decide(1, router.multipathRelax());
    }

    /**
     * The better of the best path so far and one that is new or has changed: where no route has a MED, the decision is a total order, so
     * that the others need not be asked again.
     */
    int better(int best, int path) {
        if (!table.isUsable(path)) {
            return best;
        }
        boolean lastResort = table.attributes.isLongLived(table.effective(best));
        if (lastResort != table.attributes.isLongLived(table.effective(path))) {
            return lastResort ? path : best;
        }
        boolean inOrder = table.comesBefore(best, path);
        selection.clear();
        offer(inOrder ? best : path);
        offer(inOrder ? path : best);
        return selection.decide(1, router.multipathRelax());
    }

    /** Decides anew, with multipath, leaving the outcome in {@code chosen}; returns how many paths it has, the best first. */
    int multipath(int to, int[] chosen) {
        offerAll(to);
        return decide(chosen);
    }

    /** The same as if the speaker itself originated nothing. */
    int multipathOfPeers(int to, int[] chosen) {
        int[] own = {table.firstPath(to)};
        while (own[0] != NONE && table.sourceOf(own[0]).number() != RouteSource.SELF) {
            own[0] = table.nextPath(own[0]);
        }
        offerAllBut(to, own, own[0] == NONE ? 0 : 1);
        return decide(chosen);
    }

    private int decide(int[] chosen) {
        if (selection.decide(Math.min(router.maxPaths(), chosen.length), router.multipathRelax()) == Selection.NONE) {
            return 0;
        }
        for (int i = 0; i < selection.groupSize(); i++) {
            chosen[i] = selection.groupRoute(i);
        }
        return selection.groupSize();
    }

    /** Ranks the usable paths, the best first; returns how many were put into {@code ranked}. */
    int rank(int to, int[] ranked) {
        for (int count = 0; count < ranked.length; count++) {
            offerAllBut(to, ranked, count);
            int path = selection.decide(1, router.multipathRelax());
            if (path == Selection.NONE) {
                return count;
            }
            ranked[count] = path;
        }
        return ranked.length;
    }

    private void offerAll(int to) {
        offerAllBut(to, NO_PATHS, 0);
    }

    /** Offers the usable paths; those long-lived (RFC 9494 section 4.3) only where there are no others. */
    private void offerAllBut(int to, int[] left, int leftCount) {
        selection.clear();
        boolean onlyLongLived = true;
        for (int path = table.firstPath(to); path != NONE; path = table.nextPath(path)) {
            onlyLongLived &= !isUsable(path, left, leftCount) || table.attributes.isLongLived(table.effective(path));
        }
        for (int path = table.firstPath(to); path != NONE; path = table.nextPath(path)) {
            if (isUsable(path, left, leftCount)
                    && (onlyLongLived || !table.attributes.isLongLived(table.effective(path)))) {
                offer(path);
            }
        }
    }

    private void offer(int path) {
        RouteSource from = table.sourceOf(path);
        selection.offer(
                table.attributes.set(table.effective(path)).core(),
                from.kind(),
                table.cost(path),
                from.routerId().low(),
                from.rank(),
                path);
    }

    private boolean isUsable(int path, int[] left, int leftCount) {
        for (int i = 0; i < leftCount; i++) {
            if (left[i] == path) {
                return false;
            }
        }
        return table.isUsable(path);
    }
}
