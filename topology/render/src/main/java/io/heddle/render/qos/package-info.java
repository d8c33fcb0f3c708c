/**
 * One lossless class for RDMA in fabrics with GPUs, the same from the card to the spine: {@link io.heddle.render.qos.RoceClass} has its
 * numbers, {@link io.heddle.render.qos.CumulusQos} and {@link io.heddle.render.qos.CardQos} their words; SONiC's tables are written by
 * {@code io.heddle.render.sonic}.
 *
 * <p>Standards: IEEE 802.1Qbb (priority flow control), RFC 3168 (ECN), RFC 2474 (DSCP). Not supported: buffers and headroom, which the
 * operating systems compute from speed and cable length, and PFC watchdogs.
 */
@NullMarked
package io.heddle.render.qos;

import org.jspecify.annotations.NullMarked;
