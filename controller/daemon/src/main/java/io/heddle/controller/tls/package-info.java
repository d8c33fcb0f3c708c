/**
 * Who speaks to the controller, by certificate. Off loopback the API is TLS 1.2 or 1.3 and a caller is who its certificate says: one of
 * its subject alternative names (RFC 5280 section 4.2.1.6) is a URI {@code urn:heddle:node:NAME} for a node's agent, or {@code
 * urn:heddle:role:read} or {@code urn:heddle:role:write} for people and programs. The subject's common name means nothing.
 *
 * <p>Certificates are PEM files. {@link io.heddle.controller.tls.CurrentTls} reads them again when a file's time or size changes; files
 * that cannot be used leave the old ones in place and are told. A connection is judged anew with every request: against the certificate's
 * last day always, against authorities and revocations when they were read again.
 * */
@NullMarked
package io.heddle.controller.tls;

import org.jspecify.annotations.NullMarked;
