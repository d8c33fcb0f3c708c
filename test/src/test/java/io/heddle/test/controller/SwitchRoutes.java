package io.heddle.test.controller;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code ip route} and FRR's own table say of the pods' pool, switch by switch and node by node; nothing of the product reads it. */
final class SwitchRoutes {

    private static final String POOL = "10.64.0.0/16";
    private static final Pattern FRR_PREFIX = Pattern.compile("\"(10\\.64\\.[0-9.]+/[0-9]+)\":\\s*\\[");

    private final ManagedLab lab;

    SwitchRoutes(ManagedLab lab) {
        this.lab = lab;
    }

    /** Waits until every living switch has a route to each of these and no other, in FRR and in the kernel, and every living node to its own. */
    void await(Set<String> prefixes, List<Pod> pods, long seconds) throws LabException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<String> wrong = wrong(prefixes, pods);
        while (!wrong.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + seconds + " s: " + wrong);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            wrong = wrong(prefixes, pods);
        }
    }

    private List<String> wrong(Set<String> prefixes, List<Pod> pods) throws LabException {
        List<DeviceName> switches = lab.management().switches().stream()
                .map(SwitchConfig::name)
                .filter(lab.lab().outage()::isUp)
                .toList();
        List<String> wrong = new ArrayList<>();
        Parallel.map(
                        switches,
                        each -> List.of(
                                different(each + "'s kernel", kernel(each.value()), prefixes),
                                different(each + "'s FRR", frr(each), prefixes)))
                .forEach(wrong::addAll);
        List<DeviceName> nodes = lab.nodes().stream()
                .map(each -> each.name())
                .filter(lab.lab().outage()::isUp)
                .toList();
        wrong.addAll(Parallel.map(
                nodes, each -> different(each + "'s kernel", hosts(kernel(each.value())), of(each, pods))));
        wrong.removeIf(String::isEmpty);
        return wrong;
    }

    private static Set<String> of(DeviceName node, List<Pod> pods) {
        return pods.stream()
                .filter(each -> each.node().equals(node))
                .map(each -> each.address() + "/32")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String different(String where, Set<String> found, Set<String> expected) {
        Set<String> more = new TreeSet<>(found);
        more.removeAll(expected);
        Set<String> fewer = new TreeSet<>(expected);
        fewer.removeAll(found);
        return more.isEmpty() && fewer.isEmpty() ? "" : where + " has " + more + " left behind and lacks " + fewer;
    }

    private static Set<String> hosts(Set<String> prefixes) {
        return prefixes.stream().filter(each -> each.endsWith("/32")).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> kernel(String device) throws LabException {
        return Command.of("ip", "-n", lab.lab().space(device), "-4", "route", "show", "root", POOL)
                .output()
                .lines()
                .filter(each -> !each.isBlank() && !Character.isWhitespace(each.charAt(0)))
                .map(each -> each.replaceFirst("^(blackhole|unreachable) ", "").split(" ", -1)[0])
                .map(each -> each.indexOf('/') < 0 ? each + "/32" : each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> frr(DeviceName device) throws LabException {
        Matcher found = FRR_PREFIX.matcher(Command.of(
                        "vtysh",
                        "--vty_socket",
                        lab.lab().routerDirectory(device).toString(),
                        "-d",
                        "zebra",
                        "-c",
                        "show ip route " + POOL + " longer-prefixes json")
                .output());
        Set<String> prefixes = new TreeSet<>();
        while (found.find()) {
            prefixes.add(found.group(1));
        }
        return prefixes;
    }
}
