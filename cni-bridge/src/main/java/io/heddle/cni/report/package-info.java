/**
 * Tells the controller what is attached ({@code io.heddle.model.agent}) and keeps the blocks that it grants. Nothing here is waited for by
 * an ADD: {@link io.heddle.cni.report.Reporter} has a thread of its own and repeats until the controller has acknowledged.
 *
 * <p>The queue is as durable as the journal: events are numbered by it, and after a restart, or when more were missed than are kept
 * in memory, a whole report takes their place. Granted blocks are in a file ({@link io.heddle.cni.report.GrantedBlocks}), so that a
 * node without controller goes on with the blocks it has. JSON over HTTP ({@link io.heddle.cni.report.HttpController}); mutual TLS is not
 * supported yet.
 */
@NullMarked
package io.heddle.cni.report;

import org.jspecify.annotations.NullMarked;
