/**
 * A request and what is answered, as values without a socket: RFC 9110 as far as the API needs it, problems as RFC 9457 has them.
 */
@NullMarked
package io.heddle.controller.http.message;

import org.jspecify.annotations.NullMarked;
