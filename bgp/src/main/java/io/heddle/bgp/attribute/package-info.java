/**
 * Path attributes as values (RFC 4271 section 5, RFC 1997, RFC 4456). NEXT_HOP is not among them: it is rewritten on every session and
 * belongs to the route, not to the path. AS_SET and confederation segments are not supported yet.
 */
@NullMarked
package io.heddle.bgp.attribute;

import org.jspecify.annotations.NullMarked;
