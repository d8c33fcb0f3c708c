/**
 * What happens to a route on its way through a session: the checks and changes of {@link io.heddle.bgp.propagation.RouteImport receiving}
 * and of {@link io.heddle.bgp.propagation.RouteExport sending on} (RFC 4271 sections 5.1 and 9, RFC 4456, RFC 1997). Pure functions;
 * refusals carry their reason.
 */
@NullMarked
package io.heddle.bgp.propagation;

import org.jspecify.annotations.NullMarked;
