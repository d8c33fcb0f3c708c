/**
 * What a person asks for, as data, before anything is derived from it: how to generate a fabric, which design to run on it, how pods
 * are placed, how the address plan is cut. Readers of files fill these records; generators and the planner consume them.
 */
@NullMarked
package io.heddle.topology.spec;

import org.jspecify.annotations.NullMarked;
