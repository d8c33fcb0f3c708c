/**
 * A web page of the controller's state, live: one document, its style sheet and script beside it as resources, no library. It reads the
 * API as any client does and follows {@code /v1/watch}. Its looks are those of the reports of {@code io.heddle.scenarios}.
 */
@NullMarked
package io.heddle.controller.http.page;

import org.jspecify.annotations.NullMarked;
