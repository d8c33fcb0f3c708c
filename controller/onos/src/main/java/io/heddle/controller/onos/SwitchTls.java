package io.heddle.controller.onos;

import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Mutual TLS with switches: both ends show certificates, and a switch's says which switch it is. Used by several threads. */
public interface SwitchTls {

    /** The end of a connection that a switch opened. */
    SSLEngine server();

    /** The end of a connection to a switch. */
    SSLEngine client();

    /** Why a peer that has shaken hands is not this switch. */
    Optional<String> doubt(SSLSession session, String device);

    /** What ended a connection, for people: of TLS what it says itself, whatever it is wrapped in. */
    static String reason(Throwable cause) {
        for (@Nullable Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return "no TLS with it: " + each.getMessage();
            }
        }
        return cause.toString();
    }
}
