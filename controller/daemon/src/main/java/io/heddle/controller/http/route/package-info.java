/** Which handler a request goes to, who may ask for it, and how large its body may be: all known before the body is read. */
@NullMarked
package io.heddle.controller.http.route;

import org.jspecify.annotations.NullMarked;
