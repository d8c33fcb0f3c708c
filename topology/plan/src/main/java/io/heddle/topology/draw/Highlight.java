package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import java.util.Map;

/**
 * A figure for each switch, drawn as a gauge in its box.
 *
 * @param meaning what the figure is, for the legend: {@code share of the fullest table}
 * @param shares 0 to 1; more than 1 is drawn as full and written as it is
 */
public record Highlight(String meaning, Map<DeviceName, Double> shares) {

    public static final Highlight NONE = new Highlight("", Map.of());

    public Highlight {
        shares = Map.copyOf(shares);
    }
}
