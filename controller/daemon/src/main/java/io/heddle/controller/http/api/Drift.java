package io.heddle.controller.http.api;

import io.heddle.model.fabric.DeviceName;

/** A difference between what a switch was told and what it has. */
public record Drift(DeviceName device, String what, String wanted, String found) {}
