/**
 * BGP as bytes: messages and capabilities, the frame of a message, UPDATEs in and out, the registry of address families.
 *
 * <p>The border is {@code byte[]} with {@code from} and {@code to}. {@link io.heddle.bgp.wire.MessageFrame} finds whole messages;
 * {@link io.heddle.bgp.wire.MessageCodec} reads and writes all of them but UPDATE, as records of
 * {@link io.heddle.bgp.wire.BgpMessage}. Nothing that arrives throws: what is wrong comes back as
 * {@link io.heddle.bgp.wire.Decoded.Malformed} with the NOTIFICATION it asks for.
 *
 * <p>RFC 4271 sections 4 and 6, 4760, 5492, 6793, 2918, 7313, 7606, 8654, 9072, 8950, 7911, 4724, 9494, 8538, 9003, 9234.
 */
@NullMarked
package io.heddle.bgp.wire;

import org.jspecify.annotations.NullMarked;
