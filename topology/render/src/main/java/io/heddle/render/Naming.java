package io.heddle.render;

import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;

/** What interfaces and VRFs are called where a configuration is read. */
public enum Naming {
    LINUX {
        @Override
        public String bridgePort(String name) {
            return InterfaceNames.of(name);
        }

        @Override
        public String vlan(VlanId vlan) {
            return InterfaceNames.ofVlan(vlan);
        }

        @Override
        public String vrf(VrfName vrf) {
            return vrf.value();
        }
    },
    /** SONiC demands {@code PortChannel}, {@code Vlan} and {@code Vrf} in front. */
    SONIC {
        @Override
        public String bridgePort(String name) {
            if (name.equals("peerlink")) {
                return "PortChannel9999";
            }
            return name.startsWith("bond") ? "PortChannel" + name.substring("bond".length()) : InterfaceNames.of(name);
        }

        @Override
        public String vlan(VlanId vlan) {
            return "Vlan" + vlan;
        }

        @Override
        public String vrf(VrfName vrf) {
            String name = vrf.value().startsWith("Vrf") ? vrf.value() : "Vrf_" + vrf.value();
            return name.length() > InterfaceNames.LONGEST ? name.substring(0, InterfaceNames.LONGEST) : name;
        }
    };

    public String port(PortName port) {
        return InterfaceNames.of(port);
    }

    /** A bond, or a port in none, by its name in the bridge. */
    public abstract String bridgePort(String name);

    public abstract String vlan(VlanId vlan);

    public abstract String vrf(VrfName vrf);
}
