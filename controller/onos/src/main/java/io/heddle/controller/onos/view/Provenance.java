package io.heddle.controller.onos.view;

import org.onosproject.net.provider.ProviderId;

/** Who says so, where ONOS asks. */
final class Provenance {

    static final ProviderId HEDDLE = new ProviderId("heddle", "io.heddle");

    private Provenance() {}
}
