/** The JSON of {@code ip -j}, {@code bridge -j} and {@code vtysh}, read whole. The only place of Jackson in the lab. */
@NullMarked
package io.heddle.lab.json;

import org.jspecify.annotations.NullMarked;
