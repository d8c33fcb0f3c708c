package io.heddle.simulator.timeline;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something that happens to a fabric from outside. The set is small on purpose: a card is its cables, a rack its devices, an MLAG peer link
 * its cables, flapping and an upgrade are several incidents one after another.
 */
public sealed interface Incident {

    /** In words, without the time. */
    String text();

    /** Cables stop carrying frames. */
    record CablesDown(Set<Link> cables, Notice notice) implements Incident {
        public CablesDown {
            cables = Set.copyOf(cables);
        }

        @Override
        public String text() {
            return (cables.size() == 1 ? "cable " : "cables ")
                    + sorted(cables)
                    + (notice == Notice.SILENT
                            ? cables.size() == 1 ? " silently loses every frame" : " silently lose every frame"
                            : cables.size() == 1 ? " is cut" : " are cut");
        }
    }

    /** Cables carry frames again. */
    record CablesUp(Set<Link> cables) implements Incident {
        public CablesUp {
            cables = Set.copyOf(cables);
        }

        @Override
        public String text() {
            return (cables.size() == 1 ? "cable " : "cables ") + sorted(cables) + (cables.size() == 1 ? " is" : " are")
                    + " whole again";
        }
    }

    /** A switch or node stops: it forwards and says nothing, and forgets what it learned. */
    record DeviceDown(DeviceName device, Notice notice) implements Incident {
        @Override
        public String text() {
            return device + (notice == Notice.SILENT ? " hangs with its ports lit" : " dies");
        }
    }

    /** A switch or node starts again with empty tables. */
    record DeviceUp(DeviceName device) implements Incident {
        @Override
        public String text() {
            return device + " starts again";
        }
    }

    /** The routing process of a device dies; ports stay up. */
    record SpeakerDown(DeviceName device) implements Incident {
        @Override
        public String text() {
            return "the BGP process of " + device + " dies";
        }
    }

    record SpeakerUp(DeviceName device) implements Incident {
        @Override
        public String text() {
            return "the BGP process of " + device + " starts again";
        }
    }

    /** A device tells its neighbours to prefer others before work on it begins (graceful shutdown, RFC 8326 section 3). */
    record Drain(DeviceName device) implements Incident {
        @Override
        public String text() {
            return device + " is drained";
        }
    }

    record Undrain(DeviceName device) implements Incident {
        @Override
        public String text() {
            return device + " is taken back into use";
        }
    }

    /**
     * Controllers die, by their numbers from 0: their machines close their sessions, or silently leave them open. Routes they announced stay
     * for as long as BGP keeps them.
     */
    record ControllersDown(Set<Integer> replicas, Notice notice) implements Incident {
        public ControllersDown {
            replicas = Set.copyOf(replicas);
        }

        @Override
        public String text() {
            return (replicas.size() == 1 ? "controller " : "controllers ")
                    + sorted(replicas)
                    + (notice == Notice.SILENT
                            ? replicas.size() == 1 ? " falls silent" : " fall silent"
                            : replicas.size() == 1 ? " dies" : " die");
        }
    }

    record ControllersUp(Set<Integer> replicas) implements Incident {
        public ControllersUp {
            replicas = Set.copyOf(replicas);
        }

        @Override
        public String text() {
            return (replicas.size() == 1 ? "controller " : "controllers ") + sorted(replicas)
                    + (replicas.size() == 1 ? " starts" : " start") + " again";
        }
    }

    /** Controllers live on, cut off from their switches or from their store; frames are lost and nobody is told. */
    record ControllersCutOff(Set<Integer> replicas, Beyond from) implements Incident {
        public ControllersCutOff {
            replicas = Set.copyOf(replicas);
        }

        @Override
        public String text() {
            return (replicas.size() == 1 ? "controller " : "controllers ") + sorted(replicas)
                    + (replicas.size() == 1 ? " is" : " are") + " cut off from "
                    + (from == Beyond.SWITCHES ? "switches" : "the store");
        }
    }

    /** They reach it again. */
    record ControllersJoined(Set<Integer> replicas, Beyond to) implements Incident {
        public ControllersJoined {
            replicas = Set.copyOf(replicas);
        }

        @Override
        public String text() {
            return (replicas.size() == 1 ? "controller " : "controllers ") + sorted(replicas)
                    + (replicas.size() == 1 ? " reaches " : " reach ")
                    + (to == Beyond.SWITCHES ? "switches" : "the store") + " again";
        }
    }

    /** The majority of the members of the controllers' store dies: nothing is read from it or written to it. */
    record StoreDown() implements Incident {
        @Override
        public String text() {
            return "the controllers' store loses its majority";
        }
    }

    /** It has one again, and what was written before. */
    record StoreUp() implements Incident {
        @Override
        public String text() {
            return "the controllers' store has a majority again";
        }
    }

    /** Pods start; where one has an address or MAC that another has, that is a conflict. */
    record PodsStart(List<Endpoint> pods) implements Incident {
        public PodsStart {
            pods = List.copyOf(pods);
        }

        @Override
        public String text() {
            return named(pods) + (pods.size() == 1 ? " starts" : " start");
        }
    }

    record PodsStop(List<Endpoint> pods) implements Incident {
        public PodsStop {
            pods = List.copyOf(pods);
        }

        @Override
        public String text() {
            return named(pods) + (pods.size() == 1 ? " stops" : " stop");
        }
    }

    /** A pod turns up on another node with its addresses; its MAC may stay or change. */
    record PodMove(Endpoint from, Endpoint to) implements Incident {
        public PodMove {
            if (!from.ipv4().equals(to.ipv4()) || !from.ipv6().equals(to.ipv6())) {
                throw new IllegalArgumentException("a pod moves with its addresses; found " + from + " and " + to);
            }
        }

        @Override
        public String text() {
            return named(List.of(from)) + " moves to " + to.node()
                    + (from.mac().equals(to.mac()) ? "" : " with another MAC, " + to.mac());
        }
    }

    private static String sorted(Collection<? extends Comparable<?>> things) {
        return new TreeSet<>(things).stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String named(List<Endpoint> pods) {
        if (pods.size() != 1) {
            return pods.size() + " pods";
        }
        Endpoint pod = pods.getFirst();
        String address = pod.ipv4().or(pod::ipv6).map(Object::toString).orElseThrow();
        return "pod " + pod.name().map(name -> name + " (" + address + ")").orElse(address) + " on " + pod.node();
    }
}
