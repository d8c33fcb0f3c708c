/**
 * What switches hold by their own account, for admission: entries that Heddle did not make take room too.
 *
 * <pre>
 *   TableSource ─ TableReader: programs, files ─► TableReading
 *   ip -j route, ip -j neigh, bridge -j fdb ─ KernelTables ─┐
 *   show ip route json ────────────────────── FrrRoutes ────┼─ what Heddle computed ─► TableUse (held, and foreign of it)
 *   CRM of SONiC ─────────────────────────── CrmReading ────┘
 * </pre>
 *
 * <p>Entries are compared one by one; CRM has counts alone, so what is foreign there is what is above the computed count. Not read: VRFs other
 * than the default one.
 */
@NullMarked
package io.heddle.controller.southbound.use;

import org.jspecify.annotations.NullMarked;
