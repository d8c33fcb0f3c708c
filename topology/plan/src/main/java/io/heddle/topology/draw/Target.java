package io.heddle.topology.draw;

/**
 * Where the cables of a device end in the picture: its box, that of the stack of nodes it is in, or the gap it is hidden in.
 *
 * @param hidden whether the box stands for devices that are not drawn
 */
record Target(Box box, Ink ink, boolean hidden) {}
