package io.heddle.controller.onos.view;

import org.onosproject.core.ApplicationId;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.provider.ProviderId;

/** Who says so, where ONOS asks. */
final class Provenance {

    /** As ONOS's applications are called. */
    static final ApplicationId APPLICATION = new DefaultApplicationId(0, "io.heddle");

    static final ProviderId HEDDLE = new ProviderId("heddle", "io.heddle");

    private Provenance() {}
}
