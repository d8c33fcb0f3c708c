package io.heddle.scenarios.cli;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Management;
import io.heddle.lab.managed.Pod;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.time.Duration;
import java.util.List;

/** Asks pods and kernels of the demo how things are. */
final class DemoPings {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ManagedLab lab;

    DemoPings(ManagedLab lab) {
        this.lab = lab;
    }

    /** Something asked of the machine. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws LabException;
    }

    /** Waits until something holds; false if it does not in time. */
    static boolean until(Question question) throws LabException {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!question.ask()) {
            if (deadline.isPast()) {
                return false;
            }
            deadline.pause();
        }
        return true;
    }

    /** How many ordered pairs of different pods answer a ping; one shell a pod asks all others at once. */
    int answered(List<Pod> pods) throws LabException {
        return Parallel.map(pods, from -> {
                    StringBuilder script = new StringBuilder();
                    for (Pod to : pods) {
                        if (!to.equals(from)) {
                            script.append("(ping -n -q -c 1 -W 2 ")
                                    .append(to.address())
                                    .append(" >/dev/null 2>&1 && echo answered) &\n");
                        }
                    }
                    return (int) io.heddle.lab.linux.Command.of("ip", "netns", "exec", from.space(), "sh")
                            .reading(script.append("wait\n").toString())
                            .output()
                            .lines()
                            .count();
                })
                .stream()
                .mapToInt(each -> each)
                .sum();
    }

    /** The route that a switch's kernel has to an address, in one line; empty if it has none. */
    String route(DeviceName device, IpAddress address) throws LabException {
        return run("ip", "-n", lab.lab().space(device.value()), "route", "show", address + "/32")
                .strip()
                .replaceAll("\\s+", " ");
    }

    boolean hasSession(DeviceName device, int controller) throws LabException {
        return run("ip", "netns", "exec", lab.lab().space(device.value()), "ss", "-Htn", "state", "established")
                .contains(Management.controller(controller) + ":");
    }

    static String run(String... words) throws LabException {
        return io.heddle.lab.linux.Command.of(words).output();
    }
}
