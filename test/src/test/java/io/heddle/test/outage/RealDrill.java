package io.heddle.test.outage;

import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.Wire;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that is broken in a lab as well as in the simulation, and mended again. */
sealed interface RealDrill
        permits RealDrill.Cut,
                RealDrill.Silence,
                RealDrill.Dark,
                RealDrill.Dead,
                RealDrill.Mended,
                RealDrill.Killed,
                Moved {

    /** What the simulation is told. */
    Incident incident(Fabric fabric);

    /** In one command, so that it happens at one moment. */
    void happen(RealLab lab) throws LabException;

    void mend(RealLab lab) throws LabException;

    /** How things stand before it happens. */
    default Outage before(Fabric fabric) {
        return Outage.NONE;
    }

    /** Makes them stand so. */
    default void prepare(RealLab lab) throws LabException {}

    /**
     * A cable is pulled: both ends see their port fall.
     *
     * @param at the end that is shut down; the other loses its carrier
     */
    record Cut(Link cable, DeviceName at) implements RealDrill {
        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.CablesDown(Set.of(cable), Notice.CARRIER);
        }

        @Override
        public void happen(RealLab lab) throws LabException {
            set("down", lab);
        }

        @Override
        public void mend(RealLab lab) throws LabException {
            set("up", lab);
        }

        // The far end of a veth pair loses its carrier with the near one.
        private void set(String state, RealLab lab) throws LabException {
            Wire.End end = wire(lab.layout(), cable).at(at);
            Command.of("ip", "-n", end.space(), "link", "set", "dev", end.name(), state)
                    .output();
        }
    }

    /** Cables of a device lose every frame, and their ports stay up. */
    record Silence(DeviceName at, Set<Link> cables) implements RealDrill {
        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.CablesDown(cables, Notice.SILENT);
        }

        @Override
        public void happen(RealLab lab) throws LabException {
            String names = cables.stream()
                    .map(each -> '"' + wire(lab.layout(), each).at(at).name() + '"')
                    .sorted()
                    .collect(Collectors.joining(", "));
            nft(lab, """
                    table inet silence {
                     chain in { type filter hook prerouting priority -400; iifname { %1$s } drop; }
                     chain out { type filter hook postrouting priority 400; oifname { %1$s } drop; }
                    }
                    """.formatted(names));
        }

        @Override
        public void mend(RealLab lab) throws LabException {
            nft(lab, "delete table inet silence\n");
        }

        private void nft(RealLab lab, String rules) throws LabException {
            String space = wire(lab.layout(), cables.iterator().next()).at(at).space();
            Command.of("ip", "netns", "exec", space, "nft", "-f", "-")
                    .reading(rules)
                    .output();
        }
    }

    /** A device goes dark: every port of it falls. */
    record Dark(DeviceName device) implements RealDrill {
        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.CablesDown(
                    fabric.links().stream().filter(each -> each.touches(device)).collect(Collectors.toSet()),
                    Notice.CARRIER);
        }

        @Override
        public void happen(RealLab lab) throws LabException {
            set("down", lab);
        }

        @Override
        public void mend(RealLab lab) throws LabException {
            set("up", lab);
        }

        private void set(String state, RealLab lab) throws LabException {
            List<Wire.End> ends = lab.layout().wires().stream()
                    .filter(each -> each.touches(device))
                    .map(each -> each.at(device))
                    .toList();
            Command.of("ip", "-n", ends.getFirst().space(), "-batch", "-")
                    .reading(ends.stream()
                            .map(each -> "link set dev " + each.name() + " " + state + "\n")
                            .collect(Collectors.joining()))
                    .output();
        }
    }

    /** A device loses its power: every port of it falls, and with them every daemon of it ends, unheard. */
    record Dead(DeviceName device) implements RealDrill {
        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.DeviceDown(device, Notice.CARRIER);
        }

        // Ports first: the kernel would say farewell for a daemon that is killed, which no machine without power does.
        @Override
        public void happen(RealLab lab) throws LabException {
            new Dark(device).happen(lab);
            for (String each : List.of("bgpd", "staticd", "zebra")) {
                lab.kill(device, each);
            }
        }

        @Override
        public void mend(RealLab lab) throws LabException {
            lab.restart(device);
        }
    }

    /** What was broken is mended. */
    record Mended(RealDrill broken) implements RealDrill {
        @Override
        public Outage before(Fabric fabric) {
            Incident.CablesDown down = (Incident.CablesDown) broken.incident(fabric);
            return new Outage(Set.of(), down.cables());
        }

        @Override
        public void prepare(RealLab lab) throws LabException {
            broken.happen(lab);
        }

        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.CablesUp(before(fabric).links());
        }

        @Override
        public void happen(RealLab lab) throws LabException {
            broken.mend(lab);
        }

        @Override
        public void mend(RealLab lab) {
            // That is what happened.
        }
    }

    /** The BGP daemon of a device is killed; zebra and the ports stay. */
    record Killed(DeviceName device) implements RealDrill {
        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.SpeakerDown(device);
        }

        @Override
        public void happen(RealLab lab) throws LabException {
            lab.kill(device, "bgpd");
        }

        @Override
        public void mend(RealLab lab) throws LabException {
            lab.restart(device);
        }
    }

    private static Wire wire(LabLayout layout, Link cable) {
        return layout.wires().stream()
                .filter(each -> each.cables().contains(cable))
                .findFirst()
                .orElseThrow();
    }
}
