package io.heddle.controller.core.layout;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import java.util.Optional;

/**
 * A switch.
 *
 * @param told whether the controller has a session with it
 * @param evpn whether it takes EVPN routes from the controller
 * @param silent what must be announced in its place, where it is a VTEP that cannot originate EVPN routes
 */
public record SwitchPlace(DeviceName name, SwitchRole role, boolean told, boolean evpn, Optional<SilentVtep> silent) {}
