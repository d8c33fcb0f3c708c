package io.heddle.scenarios.script;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.SimTime;
import java.util.List;
import java.util.Optional;

/** What an event of a script does. */
public sealed interface Action {

    record Fail(Part part, Notice notice) implements Action {}

    record Repair(Part part) implements Action {}

    /** The BGP process of a device dies. */
    record Kill(DeviceName device) implements Action {}

    record Restart(DeviceName device) implements Action {}

    /** Graceful shutdown (RFC 8326). */
    record Drain(DeviceName device) implements Action {}

    record Undrain(DeviceName device) implements Action {}

    /**
     * Fails and is repaired, again and again.
     *
     * @param every from one failure to the next; down for half of it
     */
    record Flap(Part part, int times, SimTime every) implements Action {}

    /**
     * A new operating system, one device after another: drained, down, back.
     *
     * @param drained from the drain to the reboot
     * @param down for the reboot
     * @param pause from one device's return to the next one's drain
     */
    record Upgrade(List<DeviceName> devices, SimTime drained, SimTime down, SimTime pause) implements Action {
        public Upgrade {
            devices = List.copyOf(devices);
        }
    }

    /**
     * Pods start on a node, with consecutive addresses.
     *
     * @param every from one to the next; zero for all at once
     * @param taken whether addresses may be in use: a conflict
     */
    record StartPods(DeviceName node, IpAddress first, int count, SimTime every, boolean taken) implements Action {}

    /**
     * The pods of a job start, node after node in the order of the fabric, with the next free addresses of each node's blocks.
     *
     * @param ranks how many pods
     * @param perNode on each node, the last one apart
     * @param every from one node to the next; zero for all at once
     */
    record StartJob(int ranks, int perNode, SimTime every) implements Action {}

    /** Every pod of a node stops. */
    record StopPods(DeviceName node, SimTime every) implements Action {}

    record StopPod(IpAddress address) implements Action {}

    /** Every pod of a node is replaced by one with the next free address, one after another (a rolling update). */
    record ReplacePods(DeviceName node, SimTime every) implements Action {}

    /** A pod turns up elsewhere with its address. */
    record MovePod(IpAddress address, DeviceName to, Optional<Mac> mac) implements Action {}

    /** What happens to controllers, their network and their store. */
    sealed interface OfControllers extends Action {}

    /** Controllers die, by number; all that live if none is named. */
    record StopControllers(List<Integer> replicas, Notice notice) implements OfControllers {
        public StopControllers {
            replicas = List.copyOf(replicas);
        }
    }

    /** Controllers start again; all that are dead if none is named. */
    record StartControllers(List<Integer> replicas) implements OfControllers {
        public StartControllers {
            replicas = List.copyOf(replicas);
        }
    }

    /** Controllers are cut off, by number; all that are not if none is named. */
    record CutControllers(List<Integer> replicas, Beyond from) implements OfControllers {
        public CutControllers {
            replicas = List.copyOf(replicas);
        }
    }

    /** Controllers are no longer cut off; all that are if none is named. */
    record JoinControllers(List<Integer> replicas, Beyond to) implements OfControllers {
        public JoinControllers {
            replicas = List.copyOf(replicas);
        }
    }

    /** The controllers' store loses the majority of its members. */
    record StopStore() implements OfControllers {}

    record StartStore() implements OfControllers {}
}
