/**
 * What the API has: the controller's state as resources, agents' reports, what people and programs want changed. Everything is read from
 * one {@link io.heddle.controller.core.State} a request, so that an answer is of one revision; it says which. What changes goes to the
 * controller as an {@link io.heddle.controller.core.Event} and is answered when the store has it.
 *
 * <p>{@code openapi.yaml} beside this package's resources is written by hand; a test calls each path of it and holds every answer
 * against it.
 */
@NullMarked
package io.heddle.controller.http.api;

import org.jspecify.annotations.NullMarked;
