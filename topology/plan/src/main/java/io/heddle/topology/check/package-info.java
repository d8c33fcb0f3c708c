/**
 * Is the fabric put together right? {@link io.heddle.topology.check.StructuralChecks} looks at ports, cables, bonds, MLAG pairs,
 * networks and provisioning, and answers with {@link io.heddle.topology.check.Finding findings}: what was found where, what was
 * expected, and why it matters. Equal findings on many devices are one finding with many subjects.
 *
 * <p>Each concern is a package-private class of its own, a function from fabric to findings; the rules, with the reason of each, are
 * listed in {@link io.heddle.topology.check.Rule}. {@link io.heddle.topology.check.Oversubscription} gives the numbers behind its
 * finding. Single points of failure come from {@code io.heddle.topology.loss}; whether flat layer 2 has loops is asked separately,
 * since only that design cares.
 *
 * <p>Not checked here: whether tables hold what the design puts into them (the audit), unnumbered BGP over a multi-chassis bond (the
 * planner, which places sessions), and cables as they are really plugged.
 */
@NullMarked
package io.heddle.topology.check;

import org.jspecify.annotations.NullMarked;
