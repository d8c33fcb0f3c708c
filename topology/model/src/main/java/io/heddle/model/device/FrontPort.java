package io.heddle.model.device;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Bandwidth;
import java.util.List;
import java.util.NavigableSet;

/**
 * A port that a device has, or would have if a cage were split.
 *
 * @param number unique on the device and positive: the position, or for a part of a split port 1000 × position + part
 * @param position of the cage, from 1. A cage is used whole or split in one way, so ports in use with one position must agree
 * @param cage the connector, such as {@code QSFP28}
 * @param speeds each speed it can run at
 * @param breakouts the ways to split it; empty for a part of a split port
 */
public record FrontPort(
        PortName name,
        int number,
        int position,
        String cage,
        NavigableSet<Bandwidth> speeds,
        List<Breakout> breakouts) {

    public boolean supports(Bandwidth speed) {
        return speeds.contains(speed);
    }

    /** Whether this is a part of a split port. */
    public boolean isPart() {
        return number != position;
    }
}
