/**
 * A design as data: who has which AS number, which links are numbered, what is stretched and what is routed, who peers with whom under
 * which policies, and what each role originates. {@code io.heddle.topology.plan} turns it and a fabric into configuration; the solver
 * never sees it. Adding a design is adding a file.
 *
 * <p>The designs that come along are {@code designs/*.yaml} among the resources; {@code docs/designs.md} describes each.
 */
@NullMarked
package io.heddle.topology.design;

import org.jspecify.annotations.NullMarked;
