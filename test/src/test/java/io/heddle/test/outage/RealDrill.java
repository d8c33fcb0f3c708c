package io.heddle.test.outage;

import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.Wire;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that is broken in a lab as well as in the simulation, and mended again. */
sealed interface RealDrill {

    /** What the simulation is told. */
    Incident incident(Fabric fabric);

    /** In one command, so that it happens at one moment. */
    void happen(RealLab lab) throws LabException;

    void mend(RealLab lab) throws LabException;

    /** A cable is pulled: both ends see their port fall. */
    record Cut(Link cable) implements RealDrill {
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
            Wire.End end = wire(lab.layout(), cable).a();
            Command.of("ip", "-n", end.space(), "link", "set", "dev", end.name(), state)
                    .output();
        }
    }

    /** A cable loses every frame, and its ports stay up. */
    record Silence(Link cable) implements RealDrill {
        @Override
        public Incident incident(Fabric fabric) {
            return new Incident.CablesDown(Set.of(cable), Notice.SILENT);
        }

        @Override
        public void happen(RealLab lab) throws LabException {
            Wire.End end = wire(lab.layout(), cable).a();
            nft(end, """
                    table inet silence {
                     chain in { type filter hook prerouting priority -400; iifname "%1$s" drop; }
                     chain out { type filter hook postrouting priority 400; oifname "%1$s" drop; }
                    }
                    """.formatted(end.name()));
        }

        @Override
        public void mend(RealLab lab) throws LabException {
            nft(wire(lab.layout(), cable).a(), "delete table inet silence\n");
        }

        private static void nft(Wire.End end, String rules) throws LabException {
            Command.of("ip", "netns", "exec", end.space(), "nft", "-f", "-")
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
