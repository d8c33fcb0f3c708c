package io.heddle.evpn.calc;

/** One difference and the switches it is for. */
public sealed interface TableChange {

    TableEntry entry();

    SwitchSet at();

    /** The entry is put, in the place of one with the same key if there is one. */
    record Put(TableEntry entry, SwitchSet at) implements TableChange {}

    /** The entry, which was there as it stands here, is taken away. */
    record Removed(TableEntry entry, SwitchSet at) implements TableChange {}
}
