@NullMarked
package io.heddle.bgp.session;

import org.jspecify.annotations.NullMarked;
