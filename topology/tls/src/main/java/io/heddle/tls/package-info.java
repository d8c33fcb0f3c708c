/**
 * Certificates as PEM files (RFC 7468), for both ends of mutual TLS: read, checked that key and certificate belong together, and judged.
 * A file that cannot be used is named and never quoted.
 *
 * <p>Not supported: encrypted keys, PKCS#1 and SEC 1 keys ({@code openssl pkcs8 -topk8 -nocrypt} converts them), OCSP.
 */
@NullMarked
package io.heddle.tls;

import org.jspecify.annotations.NullMarked;
