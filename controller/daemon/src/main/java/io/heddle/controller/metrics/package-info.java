/**
 * What the controller counts, in Prometheus' text format: {@code heddle_controller_*} of its state, {@code heddle_http_*} of its API.
 * Gauges are read when they are asked for. Labels are switches, routes of the API and status codes: their number does not grow with pods
 * or clients.
 */
@NullMarked
package io.heddle.controller.metrics;

import org.jspecify.annotations.NullMarked;
