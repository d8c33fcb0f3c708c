package io.heddle.controller.daemon.config;

import io.heddle.model.net.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** {@code 10.0.0.1:8080} or {@code [2001:db8::1]:8080}. */
final class SocketText {

    private SocketText() {}

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
