/** The controller as operators and their programs meet it: the command as a process, its API, its page. */
@NullMarked
package io.heddle.test.northbound;

import org.jspecify.annotations.NullMarked;
