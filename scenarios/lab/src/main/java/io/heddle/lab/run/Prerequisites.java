package io.heddle.lab.run;

import io.heddle.lab.frr.Daemons;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.util.Optional;

/** What a machine must have for a lab. */
public final class Prerequisites {

    private Prerequisites() {}

    /** What is missing, in one line; empty if a lab can be built. */
    public static Optional<String> missing() {
        try {
            if (!Command.of("id", "-u").output().strip().equals("0")) {
                return Optional.of("a lab needs root: it makes network namespaces and starts routers in them");
            }
            Command.of("ip", "-V").output();
            Command.of("bridge", "-V").output();
            Command.of("ping", "-V").output();
        } catch (LabException e) {
            return Optional.of("a lab needs the Debian packages iproute2 and iputils-ping: " + e.getMessage());
        }
        return Daemons.missing();
    }
}
