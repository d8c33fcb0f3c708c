package io.heddle.controller.tls;

import io.heddle.model.fabric.DeviceName;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name for logs and messages: the names of the certificate that mean something here
 * @param node the node it speaks for, if it is a node's agent
 * @param isLocal whether it came over loopback without TLS: it may do everything, as any process of this machine
 */
public record Caller(String name, Set<Role> roles, Optional<DeviceName> node, boolean isLocal) {

    static final String NODE = "urn:heddle:node:";
    /** Before the name of a switch. */
    public static final String SWITCH = "urn:heddle:switch:";

    static final String ROLE = "urn:heddle:role:";
    private static final int URI_NAME = 6; // RFC 5280 section 4.2.1.6, GeneralName's choice

    /** Came over loopback without TLS. */
    public static final Caller LOCAL = new Caller("loopback", EnumSet.allOf(Role.class), Optional.empty(), true);

    /** Came over TLS without a certificate. */
    public static final Caller NOBODY = new Caller("nobody", Set.of(), Optional.empty(), false);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Who a certificate speaks of; whether it is to be trusted was judged before. */
    public static Caller of(X509Certificate certificate) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Optional<DeviceName> node = Optional.empty();
        StringBuilder name = new StringBuilder();
        for (String uri : uris(certificate)) {
            if (uri.startsWith(NODE) && isName(uri.substring(NODE.length()))) {
                node = Optional.of(new DeviceName(uri.substring(NODE.length())));
            } else if (uri.equals(ROLE + "read")) {
                roles.add(Role.READ);
            } else if (uri.equals(ROLE + "write")) {
                roles.addAll(EnumSet.allOf(Role.class));
            } else {
                continue;
            }
            name.append(name.isEmpty() ? "" : " ").append(uri);
        }
        return new Caller(name.isEmpty() ? "a certificate without name" : name.toString(), roles, node, false);
    }

    /** Whether a certificate is that of a switch. */
    public static boolean isSwitch(X509Certificate certificate, DeviceName device) {
        return uris(certificate).contains(SWITCH + device);
    }

    public boolean isAnybody() {
        return isLocal || node.isPresent() || !roles.isEmpty();
    }

    /** Whether it may speak for a node: it is that node's agent, or may write. */
    public boolean speaksFor(DeviceName other) {
        return roles.contains(Role.WRITE) || node.filter(other::equals).isPresent();
    }

    /** What the controller binds a node to: its certificate's name, or nothing where there is none. */
    public String identity() {
        return node.map(each -> NODE + each).orElse("");
    }

    private static List<String> uris(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(each -> Integer.valueOf(URI_NAME).equals(each.getFirst()))
                            .map(each -> String.valueOf(each.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // names that cannot be read name nobody
        }
    }

    private static boolean isName(String text) {
        try {
            return !new DeviceName(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
