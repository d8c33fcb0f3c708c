package io.heddle.model.device;

import io.heddle.model.net.Bandwidth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Equal ports side by side.
 *
 * @param cage the connector, such as {@code SFP28}
 * @param lanes serial lanes per port; SONiC counts port names by them
 */
public record PortGroup(String cage, int count, int lanes, NavigableSet<Bandwidth> speeds, List<Breakout> breakouts) {

    /** More than any switch has, and few enough to list. */
    static final int MOST = 65_536;

    public PortGroup {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " ports in a group; expected 1 to " + MOST);
        }
        if (lanes < 1 || lanes > 8) {
            throw new IllegalArgumentException(lanes + " lanes per port; expected 1 to 8");
        }
        if (speeds.isEmpty()) {
            throw new IllegalArgumentException("ports in " + cage + " without a speed");
        }
        for (Breakout each : breakouts) {
            if (each.ways() > lanes) {
                throw new IllegalArgumentException("a port of " + lanes + " lanes does not split into " + each);
            }
        }
        speeds = Collections.unmodifiableNavigableSet(new TreeSet<>(speeds));
        breakouts = List.copyOf(breakouts);
    }

    public static PortGroup of(
            String cage, int count, int lanes, Collection<Bandwidth> speeds, List<Breakout> breakouts) {
        return new PortGroup(cage, count, lanes, new TreeSet<>(speeds), breakouts);
    }
}
