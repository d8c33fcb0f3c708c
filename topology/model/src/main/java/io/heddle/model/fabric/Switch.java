package io.heddle.model.fabric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A switch.
 *
 * @param rack where it stands; spines may stand in none
 * @param plane the spine plane, from 0: the super-spines of a plane join the spines of that plane in every group
 * @param group the pod of a three-tier Clos (a set of leafs and spines), from 0; "pod" is kept for Kubernetes pods. Spines of one group
 *     share an AS (RFC 7938 section 5.2.1)
 * @param ports the ports in use, in number order
 */
public record Switch(
        DeviceName name,
        SwitchRole role,
        ProfileRef profile,
        Optional<RackName> rack,
        OptionalInt plane,
        OptionalInt group,
        List<Port> ports) {

    public Switch {
        ports = List.copyOf(ports);
    }
}
