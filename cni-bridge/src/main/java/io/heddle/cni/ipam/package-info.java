/**
 * Addresses of pods: who has which, durably. {@link io.heddle.cni.ipam.Ledger} is the state, changed by
 * {@link io.heddle.cni.ipam.LedgerEvent}s alone; {@link io.heddle.cni.ipam.Journal} keeps the events in a file, a line each with a
 * checksum, and forces them to disk for several callers at once; {@link io.heddle.cni.ipam.AddressChoice} picks addresses from a
 * network's blocks; {@link io.heddle.cni.ipam.Ipam} puts them together.
 *
 * <p>An address is free again when its attachment is released, which is written after the link is gone, and when a cool-down is
 * over: peers may still have the old pod in their neighbour tables and connections. The pod that had an address before gets it
 * again at once, if it is still free.
 */
@NullMarked
package io.heddle.cni.ipam;

import org.jspecify.annotations.NullMarked;
