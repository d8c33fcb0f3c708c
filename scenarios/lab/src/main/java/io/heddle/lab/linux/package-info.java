/**
 * Programs, processes and files of the machine, as the lab uses them: {@code ip}, {@code bridge}, {@code vtysh} are run as programs,
 * and what was started is known by number and start time.
 */
@NullMarked
package io.heddle.lab.linux;

import org.jspecify.annotations.NullMarked;
