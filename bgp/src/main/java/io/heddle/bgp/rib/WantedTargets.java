package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who a message is for by route targets (RFC 4684).
 *
 * @param route those who want routes with its targets
 * @param unless but for those who want routes with the targets of this one
 */
record WantedTargets(AttributeSet route, @Nullable AttributeSet unless) {}
