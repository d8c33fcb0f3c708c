package io.heddle.topology.cabling;

import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import java.util.Optional;

/** Something that is not plugged as the file says. Its text names the cable end to end. */
public sealed interface CableFinding {

    /** A cable leads elsewhere. */
    record Wrong(PortRef at, PortRef found, Optional<PortRef> expected, Optional<PortRef> expectedThere)
            implements CableFinding {
        @Override
        public String toString() {
            return words(at) + " is plugged into " + words(found) + "; the file says "
                    + expected.map(CableFinding::words).orElse("no cable there")
                    + expectedThere
                            .map(each -> ", and " + words(each) + " for the other end")
                            .orElse("");
        }
    }

    /** A port hears something that the file does not know. */
    record Unknown(PortRef at, String found, Optional<PortRef> expected) implements CableFinding {
        @Override
        public String toString() {
            return words(at) + " is plugged into " + found + ", which the file does not know; it says "
                    + expected.map(CableFinding::words).orElse("no cable there");
        }
    }

    /** Several devices are heard at a port: there is something between that passes LLDP on. */
    record Several(PortRef at, String found, Optional<PortRef> expected) implements CableFinding {
        @Override
        public String toString() {
            return words(at) + " hears several: " + found + "; the file says "
                    + expected.map(CableFinding::words).orElse("no cable there");
        }
    }

    /** Neither end hears the other. */
    record Missing(Link link) implements CableFinding {
        @Override
        public String toString() {
            return words(link.a()) + " hears nothing; the file says " + words(link.b());
        }
    }

    /** Only one end hears the other, and both were asked: one fibre of two, or LLDP not sent. */
    record OneWay(PortRef hears, PortRef deaf) implements CableFinding {
        @Override
        public String toString() {
            return words(hears) + " hears " + words(deaf) + ", which hears nothing";
        }
    }

    private static String words(PortRef port) {
        return port.device() + " " + port.port();
    }
}
