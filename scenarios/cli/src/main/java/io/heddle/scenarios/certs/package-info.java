/**
 * An authority of one's own and certificates of it, for a start of mutual TLS without other tools: X.509 version 3 (RFC 5280) with
 * keys on P-256 and ECDSA with SHA-256, made by Bouncy Castle. Not supported: intermediate authorities, other algorithms, requests (PKCS#10), revocation lists.
 */
@NullMarked
package io.heddle.scenarios.certs;

import org.jspecify.annotations.NullMarked;
