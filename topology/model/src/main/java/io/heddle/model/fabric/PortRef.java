package io.heddle.model.fabric;

/** A port of a device, written {@code device:port}. */
public record PortRef(DeviceName device, PortName port) implements Comparable<PortRef> {

    /** Parses {@code device:port}; the port part may itself hold colons. */
    public static PortRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' names no port; expected the form device:port");
        }
        return new PortRef(DeviceName.of(text.substring(0, colon)), PortName.of(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(PortRef other) {
        int byDevice = device.compareTo(other.device);
        return byDevice != 0 ? byDevice : port.compareTo(other.port);
    }

    @Override
    public String toString() {
        return device + ":" + port;
    }
}
