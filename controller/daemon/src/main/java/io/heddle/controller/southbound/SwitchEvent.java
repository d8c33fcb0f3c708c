package io.heddle.controller.southbound;

import io.heddle.model.fabric.DeviceName;

/** Something that happened to a switch. */
public sealed interface SwitchEvent {

    DeviceName device();

    /** It can be told things. */
    record Up(DeviceName device) implements SwitchEvent {}

    /** It cannot. */
    record Down(DeviceName device, String reason) implements SwitchEvent {}

    /** All of a revision was handed to its connection. */
    record Told(DeviceName device, long revision) implements SwitchEvent {}
}
