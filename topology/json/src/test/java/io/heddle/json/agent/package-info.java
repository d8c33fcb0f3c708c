@NullMarked
package io.heddle.json.agent;

import org.jspecify.annotations.NullMarked;
