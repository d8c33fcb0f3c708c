/** What an operation has done so far, told as it goes: for logs, and for tests that end the agent after each step. */
@NullMarked
package io.heddle.cni.step;

import org.jspecify.annotations.NullMarked;
