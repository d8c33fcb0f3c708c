/**
 * BGP as bytes: messages and capabilities, the frame of a message, UPDATEs in and out, the registry of address families.
 *
 * <p>The border is {@code byte[]} with {@code from} and {@code to}; no byte that came in is kept, and none makes anything throw: what is
 * wrong comes back as a value that says what follows and which section says so.
 *
 * <p>In: {@link io.heddle.bgp.wire.MessageFrame} finds whole messages. {@link io.heddle.bgp.wire.MessageCodec} reads all of them but
 * UPDATE, as records of {@link io.heddle.bgp.wire.BgpMessage}. {@link io.heddle.bgp.wire.UpdateView} looks at an UPDATE in place and
 * allocates nothing: where the NLRI stand ({@link io.heddle.bgp.wire.NlriRange}, walked by {@link io.heddle.bgp.wire.PrefixCursor} or
 * {@link io.heddle.bgp.wire.KeyedCursor}) and which bytes its routes' attributes are ({@link io.heddle.bgp.wire.AttributeBlock}). A block
 * that was not seen before goes to {@link io.heddle.bgp.wire.AttributeDecoder}, which judges it by RFC 7606.
 *
 * <p>Out: {@link io.heddle.bgp.wire.AttributeEncoder} writes a set of attributes once, {@link io.heddle.bgp.wire.UpdateEncoder} fills
 * messages with as many NLRI as fit.
 *
 * <p>RFC 4271 sections 4 and 6, 4760, 5065, 5492, 6793, 2918, 7313, 7606, 8654, 9072, 8950, 7911, 4684, 4724, 9494, 8538, 9003, 9234;
 * section by section in {@code RFCS.md}. Not supported: AFI/SAFI disable, outbound route filters, a peer's own idea of the length of
 * next hops of families that are not exchanged.
 */
@NullMarked
package io.heddle.bgp.wire;

import org.jspecify.annotations.NullMarked;
