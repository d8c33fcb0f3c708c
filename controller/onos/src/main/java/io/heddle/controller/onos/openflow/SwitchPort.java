package io.heddle.controller.onos.openflow;

import io.heddle.model.net.Mac;

/**
 * A port as the switch describes it (OpenFlow 1.3.5 section 7.2.1).
 *
 * @param number OpenFlow's; the local port's is 4,294,967,294
 * @param up the link is there and the port is not shut
 */
public record SwitchPort(long number, String name, Mac mac, boolean up) {}
