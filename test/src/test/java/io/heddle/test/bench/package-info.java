/**
 * Benchmarks: {@code ./check --bench}. The fabrics are generated and planned as the product does; {@code docs/benchmarks.md} has the figures and
 * how they were taken. {@link io.heddle.test.bench.WholeProcess} runs one fabric in a fresh JVM, for time and memory from outside.
 */
@NullMarked
package io.heddle.test.bench;

import org.jspecify.annotations.NullMarked;
