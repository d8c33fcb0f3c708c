package io.heddle.controller.onos;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import java.util.Optional;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

/**
 * Device and port identities, one to one with those of ONOS.
 *
 * <p>A device {@code Leaf-1} is the ONOS device {@code heddle:~leaf-1}. ONOS folds device ids to lower case before it compares them,
 * Heddle's names are case-sensitive, so a capital is written as {@code ~} and its small letter.
 *
 * <p>A port is the ONOS port of the same number and name. ONOS compares ports by number alone ({@link PortNumber#equals}); the name
 * travels with it ({@link PortNumber#exactlyEquals}).
 */
public final class OnosIds {

    private static final String SCHEME = "heddle:";
    private static final char CAPITAL = '~';

    private OnosIds() {}

    public static DeviceId deviceId(DeviceName device) {
        StringBuilder id = new StringBuilder(SCHEME);
        for (char c : device.value().toCharArray()) {
            if (isCapital(c)) {
                id.append(CAPITAL).append(Character.toLowerCase(c));
            } else {
                id.append(c);
            }
        }
        return DeviceId.deviceId(id.toString());
    }

    /** The device of an ONOS id, empty when the id is not one that {@link #deviceId} makes. */
    public static Optional<DeviceName> deviceName(DeviceId id) {
        String text = id.toString();
        if (!text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (int i = SCHEME.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == CAPITAL && i + 1 < text.length() && isCapital(Character.toUpperCase(text.charAt(i + 1)))) {
                i++;
                c = Character.toUpperCase(text.charAt(i));
            }
            name.append(c);
        }
        try {
            return Optional.of(DeviceName.of(name.toString()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    public static PortNumber portNumber(Port port) {
        return portNumber(new PortIdentity(port.name(), port.number()));
    }

    public static PortNumber portNumber(PortIdentity port) {
        return PortNumber.portNumber(port.number(), port.name().value());
    }

    /** The port of an ONOS number; empty for logical ports (flood, controller) and for numbers without one of our names. */
    public static Optional<PortIdentity> portIdentity(PortNumber port) {
        long number = port.toLong();
        if (port.isLogical() || !port.hasName() || number < 1 || number > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PortIdentity(PortName.of(port.name()), (int) number));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
