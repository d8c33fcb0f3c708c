@NullMarked
package io.heddle.evpn.community;

import org.jspecify.annotations.NullMarked;
