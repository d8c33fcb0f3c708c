/**
 * Configuration of FRR, whole files as {@code render} writes them: what would change, changed, changed until confirmed, and taken back.
 *
 * <pre>
 *   text ─ frr-reload.py --test ─► ConfigDifference, or ConfigRefused
 *   text ─ checkpoint, frr-reload.py --reload ─► running ─ confirm, or time over, or the controller starts again ─► checkpoint
 * </pre>
 *
 * <p>A file that vtysh does not understand is refused before anything is touched: frr-reload would take it for an empty one and delete all.
 * When a change fails half way, what ran before is put back. A change that waits for confirmation survives the controller on disk: who starts
 * next takes it back.
 *
 * <p>Not here: starting daemons that a configuration newly needs, which is the host's to do.
 */
@NullMarked
package io.heddle.controller.southbound.frr;

import org.jspecify.annotations.NullMarked;
