/**
 * What switches hold by their own account, for admission: entries that Heddle did not make take room too.
 *
 * <pre>
 *   ip -j route, ip -j neigh, bridge -j fdb ─ KernelTables ─┐
 *   CRM of SONiC ─────────────────────────── CrmReading ────┴─ what Heddle computed ─► TableUse (held, and foreign of it)
 * </pre>
 *
 * <p>From a kernel entries are compared one by one; CRM has counts alone, so what is foreign there is what is above the computed count.
 */
@NullMarked
package io.heddle.controller.southbound.use;

import org.jspecify.annotations.NullMarked;
