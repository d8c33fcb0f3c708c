/** FRR as the lab runs it: the rendered {@code frr.conf} as it is, a short overlay below, daemons without a supervisor. */
@NullMarked
package io.heddle.lab.frr;

import org.jspecify.annotations.NullMarked;
