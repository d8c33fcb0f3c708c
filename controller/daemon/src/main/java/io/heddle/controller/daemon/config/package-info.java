/**
 * {@code controller.yaml}, format {@code controller/1}: read, checked and answered with file, line and path like every file of Heddle.
 */
@NullMarked
package io.heddle.controller.daemon.config;

import org.jspecify.annotations.NullMarked;
