package io.heddle.topology.cabling;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what ports hear with the cables of a fabric. Linear in both. */
public final class CablingCheck {

    private final Fabric fabric;
    private final PortIndex ports;
    private final Set<DeviceName> asked;
    private final SortedMap<PortRef, List<Sighting>> heard = new TreeMap<>();
    private final List<CableFinding> findings = new ArrayList<>();
    private final SortedSet<Link> told = new TreeSet<>();
    private int right;
    private int unasked;

    private CablingCheck(Fabric fabric, Set<DeviceName> asked) {
        this.fabric = fabric;
        this.asked = asked;
        ports = PortIndex.of(fabric);
    }

    /**
     * Checks.
     *
     * @param asked the devices whose ports were listened to: where one of them hears nothing, that means something
     */
    public static CablingReport of(Fabric fabric, Set<DeviceName> asked, Collection<Sighting> sightings) {
        CablingCheck check = new CablingCheck(fabric, asked);
        sightings.forEach(each ->
                check.heard.computeIfAbsent(each.at(), _ -> new ArrayList<>()).add(each));
        check.heard.forEach(check::judge);
        fabric.links().stream().sorted().forEach(check::judge);
        return new CablingReport(check.right, check.unasked, check.findings);
    }

    private void judge(PortRef at, List<Sighting> sightings) {
        Optional<PortRef> expected = fabric.farEnd(at);
        if (sightings.size() > 1) {
            findings.add(new CableFinding.Several(
                    at,
                    sightings.stream().map(CablingCheck::words).sorted().collect(Collectors.joining(", ")),
                    expected));
            return;
        }
        Sighting only = sightings.getFirst();
        Optional<PortRef> found = resolve(only);
        if (found.isEmpty()) {
            findings.add(new CableFinding.Unknown(at, words(only), expected));
        } else if (!found.equals(expected) && told.add(new Link(at, found.get()))) {
            // Heard at both ends it is one cable all the same.
            findings.add(new CableFinding.Wrong(at, found.get(), expected, fabric.farEnd(found.get())));
        }
    }

    private void judge(Link link) {
        boolean hearsA = hears(link.a(), link.b());
        boolean hearsB = hears(link.b(), link.a());
        boolean askedA = asked.contains(link.a().device());
        boolean askedB = asked.contains(link.b().device());
        boolean elsewhere = heard.containsKey(link.a()) && !hearsA || heard.containsKey(link.b()) && !hearsB;
        if (elsewhere) {
            return;
        }
        if (hearsA && askedB && !hearsB) {
            findings.add(new CableFinding.OneWay(link.a(), link.b()));
        } else if (hearsB && askedA && !hearsA) {
            findings.add(new CableFinding.OneWay(link.b(), link.a()));
        } else if (hearsA || hearsB) {
            right++;
        } else if (askedA || askedB) {
            findings.add(new CableFinding.Missing(link));
        } else {
            unasked++;
        }
    }

    private boolean hears(PortRef at, PortRef other) {
        List<Sighting> sightings = heard.getOrDefault(at, List.of());
        return sightings.size() == 1
                && resolve(sightings.getFirst()).filter(other::equals).isPresent();
    }

    /** The port that is meant, if the file has it: by the whole name, or by the name before the first dot. */
    private Optional<PortRef> resolve(Sighting sighting) {
        String name = sighting.device();
        int dot = name.indexOf('.');
        return Stream.of(name, dot > 0 ? name.substring(0, dot) : name)
                .distinct()
                .flatMap(device -> sighting.ports().stream().flatMap(port -> ref(device, port).stream()))
                .filter(each -> ports.find(each).isPresent())
                .findFirst();
    }

    private static Optional<PortRef> ref(String device, String port) {
        try {
            return Optional.of(new PortRef(DeviceName.of(device), PortName.of(port)));
        } catch (IllegalArgumentException e) {
            // A name that no device of a file can have.
            return Optional.empty();
        }
    }

    private static String words(Sighting sighting) {
        return sighting.device() + " " + sighting.ports().getFirst();
    }
}
