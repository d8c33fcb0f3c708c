/**
 * The controller's northbound, put together: API, watch, metrics, web page, on one server.
 *
 * <pre>
 *  Feed ─► WatchLog ─► event streams          (http.watch)
 *  Northbound ◄─► resources ◄─ Router ◄─ server  (http.api, http.route, http.server)
 *  State ─► Metrics ─► /metrics               (controller.metrics)
 * </pre>
 */
@NullMarked
package io.heddle.controller.http;

import org.jspecify.annotations.NullMarked;
