package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;

/** A router beyond a border leaf, of which only its BGP towards us is known. */
public record ExternalRouter(DeviceName name, BgpConfig bgp) {}
