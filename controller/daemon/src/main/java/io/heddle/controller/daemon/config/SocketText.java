package io.heddle.controller.daemon.config;

import io.heddle.model.net.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** {@code 10.0.0.1:8080} or {@code [2001:db8::1]:8080}. */
final class SocketText {

    private static final String FILE = "unix:";

    private SocketText() {}

    /** The same, or {@code unix:} and a path, which is taken from {@code directory}. */
    static SocketAddress orFile(String text, Path directory) {
        return text.startsWith(FILE)
                ? UnixDomainSocketAddress.of(directory.resolve(text.substring(FILE.length())))
                : parse(text);
    }

    static InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("'" + text + "' has no port");
        }
        String host = text.startsWith("[") && text.charAt(colon - 1) == ']'
                ? text.substring(1, colon - 1)
                : text.substring(0, colon);
        int port = Integer.parseInt(text.substring(colon + 1));
        try {
            // An address, never a name: nothing is looked up.
            return new InetSocketAddress(
                    InetAddress.getByName(IpAddress.parse(host).toString()), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
