package io.heddle.topology.design;

import io.heddle.model.config.NodeProgram.PodVisibility;

/**
 * What the fabric knows of pods.
 *
 * @param routes under {@link PodVisibility#ROUTED} alone
 * @param announcer under {@link PodVisibility#ROUTED} alone
 */
public record PodScheme(PodVisibility visibility, PodRoutes routes, Announcer announcer) {

    public boolean announcedBy(Announcer who) {
        return visibility == PodVisibility.ROUTED && announcer == who;
    }
}
