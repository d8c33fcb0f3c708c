package io.heddle.model.device;

import io.heddle.model.fabric.PortName;

/**
 * How an operating system names ports. Placeholders: <code>{port}</code> the position from 1, <code>{lane}</code> the number of
 * lanes before it, <code>{part}</code> and <code>{part0}</code> the part of a split port from 1 and from 0.
 *
 * @param whole such as <code>ethernet1/1/{port}</code>
 * @param part such as <code>ethernet1/1/{port}:{part}</code>
 */
public record PortNaming(String whole, String part) {

    public PortNaming {
        if (!whole.contains("{port}") && !whole.contains("{lane}")) {
            throw new IllegalArgumentException(
                    "'" + whole + "' names every port alike; expected {port} or {lane} in it");
        }
        if (!part.contains("{part}") && !part.contains("{part0}") && !part.contains("{lane}")) {
            throw new IllegalArgumentException(
                    "'" + part + "' names every part alike; expected {part}, {part0} or {lane} in it");
        }
        fill(whole, 1, 0, 1);
        fill(part, 1, 0, 1);
    }

    PortName whole(int position, int lane) {
        return fill(whole, position, lane, 1);
    }

    /** The name of part {@code index}, from 1. */
    PortName part(int position, int lane, int index) {
        return fill(part, position, lane, index);
    }

    private static PortName fill(String pattern, int position, int lane, int index) {
        StringBuilder name = new StringBuilder(pattern.length() + 4);
        for (int i = 0; i < pattern.length(); ) {
            int end = pattern.charAt(i) == '{' ? pattern.indexOf('}', i) : -1;
            if (end < 0) {
                name.append(pattern.charAt(i++));
                continue;
            }
            String key = pattern.substring(i + 1, end);
            switch (key) {
                case "port" -> name.append(position);
                case "lane" -> name.append(lane);
                case "part" -> name.append(index);
                case "part0" -> name.append(index - 1);
                default ->
                    throw new IllegalArgumentException("'{" + key + "}' in '" + pattern
                            + "' is not known; expected {port}, {lane}, {part} or {part0}");
            }
            i = end + 1;
        }
        return PortName.of(name.toString());
    }
}
