/**
 * HTTP/1.1 (RFC 9112) on Netty, with bounds for everything that a client could let grow: connections, header, body, bodies of all
 * clients together, time to send a request, time to take an answer. One request of a connection at a time; more that came with it wait
 * unread.
 *
 * <pre>
 *  socket ─ (TLS) ─ HttpServerCodec ─ FlowControlHandler ─ Connection ─ Router ─ Handler
 *                                                              │  head: target, caller, access, size: all before the body
 *                                                              │  body: within its route's bound and the bound of all
 *                                                              └─ Answers: whole, or EventStream
 * </pre>
 *
 * <p>Not supported: HTTP/2, compression, ranges, trailers (passed over), absolute-form targets (RFC 9112 section 3.2.2).
 */
@NullMarked
package io.heddle.controller.http.server;

import org.jspecify.annotations.NullMarked;
