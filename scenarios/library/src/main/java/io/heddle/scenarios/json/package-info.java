/**
 * A result as one JSON object, format {@code result/1}: {@link io.heddle.scenarios.json.ResultJson}. Described in
 * {@code docs/json-output.md} and {@code docs/schema/result-1.schema.json}; a test holds the keys of both equal to what is written.
 * Written as a stream, so that thousands of switches cost no tree in memory. No other package sees Jackson.
 */
@NullMarked
package io.heddle.scenarios.json;

import org.jspecify.annotations.NullMarked;
