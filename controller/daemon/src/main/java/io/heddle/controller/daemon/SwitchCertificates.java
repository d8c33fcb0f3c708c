package io.heddle.controller.daemon;

import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.tls.Caller;
import io.heddle.controller.tls.CurrentTls;
import io.heddle.model.fabric.DeviceName;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** A switch is who its certificate says: one of its alternative names is {@code urn:heddle:switch:NAME}. No certificate, no connection. */
record SwitchCertificates(CurrentTls tls) implements SwitchTls {

    @Override
    public SSLEngine server() {
        SSLEngine engine = tls.server();
        engine.setNeedClientAuth(true);
        return engine;
    }

    @Override
    public SSLEngine client() {
        return tls.client();
    }

    @Override
    public Optional<String> doubt(SSLSession session, String device) {
        try {
            boolean itsOwn = session.getPeerCertificates()[0] instanceof X509Certificate shown
                    && Caller.isSwitch(shown, DeviceName.of(device));
            return itsOwn
                    ? Optional.empty()
                    : Optional.of("its certificate is not that of " + device + "; expected the name " + Caller.SWITCH
                            + device);
        } catch (SSLPeerUnverifiedException e) {
            return Optional.of("it shows no certificate; expected that of " + device);
        }
    }
}
