package io.heddle.topology.plan;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.Origination;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.design.Underlay;
import java.util.ArrayList;
import java.util.List;

/** Writes what the fabric knows of the routers beyond it. */
final class ExternalRouters {

    private final Draft draft;
    private final Sessions sessions;

    ExternalRouters(Draft draft, Sessions sessions) {
        this.draft = draft;
        this.sessions = sessions;
    }

    /** Those that are cabled to a routed fabric. */
    List<ExternalRouter> all() {
        List<ExternalRouter> routers = new ArrayList<>();
        int first = draft.wiring().switchCount() + draft.wiring().nodeCount();
        for (int i = first; i < draft.wiring().size(); i++) {
            boolean cabled = !draft.wiring().cables(i).isEmpty();
            if (cabled && draft.design().underlay() == Underlay.ROUTED) {
                routers.add(of(i));
            }
        }
        return routers;
    }

    private ExternalRouter of(int device) {
        ExternalExit exit = draft.wiring().exitAt(device);
        List<Origination> originations = exit.prefixes().stream()
                .<Origination>map(Origination.Network::new)
                .toList();
        return new ExternalRouter(
                exit.router(),
                new BgpConfig(
                        exit.asn(),
                        draft.addresses()
                                .links()
                                .address(device, draft.wiring().cables(device).getFirst(), IpFamily.IPV4),
                        sessions.of(device),
                        originations,
                        draft.design().maxPaths(),
                        draft.design().multipathRelax()));
    }
}
