/** The {@code heddle} command: the only {@code main} of the project and the only place of Commons CLI. */
@NullMarked
package io.heddle.scenarios.cli;

import org.jspecify.annotations.NullMarked;
