@NullMarked
package io.heddle.tls.issue;

import org.jspecify.annotations.NullMarked;
