package io.heddle.controller.http.api;

import io.heddle.model.fabric.DeviceName;

/** A difference between what a switch is to be told and what it was told. */
public record Drift(DeviceName device, String what, String wanted, String found) {}
