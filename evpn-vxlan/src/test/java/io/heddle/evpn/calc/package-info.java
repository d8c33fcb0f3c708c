@NullMarked
package io.heddle.evpn.calc;

import org.jspecify.annotations.NullMarked;
