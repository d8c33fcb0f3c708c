package io.heddle.model.device;

import io.heddle.model.net.Bandwidth;

/** A way to split a port: {@code 4x25G}. */
public record Breakout(int ways, Bandwidth speed) {

    public Breakout {
        if (ways < 2 || ways > 8) {
            throw new IllegalArgumentException("a port splits 2 to 8 ways, not " + ways);
        }
    }

    /** Parses ways, 'x' and a speed: {@code 4x25G}. */
    public static Breakout parse(String text) {
        if (text.length() < 4 || text.charAt(1) != 'x' || text.charAt(0) < '2' || text.charAt(0) > '8') {
            throw new IllegalArgumentException("'" + text + "' is not a breakout; expected a form like 4x25G");
        }
        return new Breakout(text.charAt(0) - '0', Bandwidth.parse(text.substring(2)));
    }

    @Override
    public String toString() {
        return ways + "x" + speed;
    }
}
