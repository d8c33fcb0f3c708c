package io.heddle.render;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.Optional;

/**
 * A switch in its MLAG pair.
 *
 * @param system the MAC both show to LACP partners
 * @param first whether it is the pair's first switch, which is to be the primary one
 * @param backup an address of the other that does not need the peer link
 */
public record MlagSide(Mac system, boolean first, Optional<IpAddress> backup) {}
