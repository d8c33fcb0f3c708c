/** Results as JSON, versioned: {@code docs/json-output.md} and {@code docs/schema/result-1.schema.json} describe every key. */
@NullMarked
package io.heddle.scenarios.json;

import org.jspecify.annotations.NullMarked;
