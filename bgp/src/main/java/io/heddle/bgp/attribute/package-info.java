/**
 * Path attributes as values. {@link io.heddle.bgp.attribute.PathAttributes} is what decides and travels, shared with the stable-state
 * solver (RFC 4271 section 5, RFC 1997, RFC 4456); {@link io.heddle.bgp.attribute.AttributeSet} is all that a route carries on the wire
 * (RFC 4360, 5065, 6793, 8092, 9234), what is not understood included.
 */
@NullMarked
package io.heddle.bgp.attribute;

import org.jspecify.annotations.NullMarked;
