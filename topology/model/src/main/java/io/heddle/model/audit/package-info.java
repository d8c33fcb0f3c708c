/**
 * Judges what a switch must hold against what its ASIC can hold: {@link io.heddle.model.tables.TableCounts} against a
 * {@link io.heddle.model.device.DeviceProfile}, at rest and in the worst single failure.
 *
 * <p>{@link io.heddle.model.audit.TableAudit} is compiled once per profile. Its {@code peakShare}, {@code overflows} and
 * {@code verdict} allocate nothing and are meant for thousands of switches and failures;
 * {@link io.heddle.model.audit.WorstFailures} keeps the worst of many; {@code report} builds the records that people read. Where a
 * profile has several placements, each is judged, and the worst one is reported first.
 *
 * <p>Not judged: resources that counts say nothing about (ACLs, buffer), and vendors' limits together: each was measured with
 * everything else small.
 */
@NullMarked
package io.heddle.model.audit;

import org.jspecify.annotations.NullMarked;
