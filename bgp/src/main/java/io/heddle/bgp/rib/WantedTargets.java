package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;

/**
 * Who a message is for by its route targets (RFC 4684).
 *
 * @param route what the targets are those of
 * @param by those who want such routes; otherwise those who do not
 */
record WantedTargets(AttributeSet route, boolean by) {}
