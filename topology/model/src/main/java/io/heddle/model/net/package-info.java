/**
 * Addresses and identifiers of the network: IP addresses and prefixes (both families from the first day), MACs, autonomous
 * systems, VLANs, VNIs, Ethernet segments, route targets and distinguishers, bandwidths.
 *
 * <p>Every type is an immutable value that validates itself. Text forms follow the standards: RFC 4632 and RFC 5952 for
 * prefixes and IPv6 addresses, RFC 5396 (asplain) for AS numbers. Parsers throw {@link java.lang.IllegalArgumentException}
 * whose message says what was found and what was expected; readers of files add the place.
 */
@NullMarked
package io.heddle.model.net;

import org.jspecify.annotations.NullMarked;
