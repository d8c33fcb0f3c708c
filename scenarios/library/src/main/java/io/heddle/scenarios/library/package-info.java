/**
 * The scenarios that come along: resources {@code NAME.yaml} beside this class, listed in {@code index.txt}. What each shows is in
 * {@code docs/scenarios.md}.
 */
@NullMarked
package io.heddle.scenarios.library;

import org.jspecify.annotations.NullMarked;
