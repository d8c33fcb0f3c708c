/**
 * Lists for other people's tools, as CSV (RFC 4180: CRLF, quotes where needed, a header line): the cabling list, the address plan and the
 * bill of materials. {@link io.heddle.topology.export.Exports} makes them; each is a {@link io.heddle.topology.export.CsvTable} with a
 * name to save it by. The order is the fabric's, so that two exports can be compared line by line.
 *
 * <p>A fabric does not say what its cables are made of, so the bill assumes: below 10G a twisted pair; inside a rack a direct attach
 * copper cable; between racks a fibre with a pluggable optic at either end. A split cage is counted as the cables that leave it, not as
 * one breakout cable.
 */
@NullMarked
package io.heddle.topology.export;

import org.jspecify.annotations.NullMarked;
