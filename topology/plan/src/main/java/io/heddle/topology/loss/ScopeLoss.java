package io.heddle.topology.loss;

import io.heddle.topology.graph.Scope;
import java.util.List;

/**
 * Who loses connectivity within some networks that lose alike.
 *
 * @param scopes at least one, all in band or all out of band
 * @param victims at least one, in the fabric's order
 */
public record ScopeLoss(List<Scope> scopes, List<Victim> victims) {

    public ScopeLoss {
        scopes = List.copyOf(scopes);
        victims = List.copyOf(victims);
    }

    public boolean outOfBand() {
        return scopes.getFirst().outOfBand();
    }
}
