/** The border to the ONOS API: identities converted one to one, nothing else of ONOS leaves this package. */
@NullMarked
package io.heddle.controller.onos;

import org.jspecify.annotations.NullMarked;
