package io.heddle.scenarios.cli;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Placements;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.LabException;
import io.heddle.model.config.Community;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What happens in the demo. */
final class DemoPlay {

    /** Outside every block, as an address that a pod has kept while it moved, or borrowed. */
    private static final IpAddress MOVING = IpAddress.parse("10.99.0.1");

    private final DemoFabric fabric;
    private final DemoStory story;
    private final BgpDriver first;
    private final BgpDriver second;
    private final NodeProgram from;
    private final NodeProgram to;
    private long revision;

    DemoPlay(DemoFabric fabric, DemoStory story, BgpDriver first, BgpDriver second) {
        this.fabric = fabric;
        this.story = story;
        this.first = first;
        this.second = second;
        List<NodeProgram> nodes = fabric.lab.plan().config().nodes();
        from = nodes.getFirst();
        to = nodes.getLast();
    }

    /** Whether all was as it should be. */
    boolean play() throws LabException, IOException {
        podsOfBlocks();
        story.say("two controllers attach to every switch by BGP");
        story.check(DemoFabric.until(() -> up(first) && up(second)), "all sessions of both are up");
        thePodMoves();
        aSpineDies();
        aControllerDies();
        return story.isGood();
    }

    private static boolean up(BgpDriver driver) {
        return driver.status().values().stream().allMatch(SwitchStatus::up);
    }

    private void podsOfBlocks() throws LabException {
        story.say("pods reach each other by the leafs' routes to node blocks, without any controller");
        int answered = 0;
        int asked = 0;
        for (NodeProgram one : fabric.lab.plan().config().nodes()) {
            for (NodeProgram other : fabric.lab.plan().config().nodes()) {
                if (!one.equals(other)) {
                    asked++;
                    String target = DemoFabric.run("ip", "-n", pod(other), "-4", "-br", "addr", "show", "dev", "eth0")
                            .strip()
                            .replaceFirst(".*\\s", "")
                            .replaceFirst("/.*", "");
                    answered += pings(one, target) ? 1 : 0;
                }
            }
        }
        story.check(asked == answered, answered + " of " + asked + " pairs of pods answer each other");
    }

    private void thePodMoves() throws LabException {
        place(from);
        story.say("a pod with " + MOVING + ", of no node's block, runs at " + from.name()
                + ": both controllers tell every switch");
        announce(from);
        story.check(DemoFabric.until(() -> reaches(to)), "a pod at " + to.name() + " reaches it");
        story.say("  " + leaf() + " holds: " + route());
        remove(from);
        place(to);
        story.say("it moves to " + to.name());
        announce(to);
        story.check(DemoFabric.until(() -> reaches(from)), "a pod at " + from.name() + " reaches it there");
        story.say("  " + leaf() + " holds: " + route());
    }

    private void aSpineDies() throws LabException, IOException {
        DeviceName spine = fabric.lab.plan().fabric().switches().stream()
                .filter(each -> each.role() == SwitchRole.SPINE)
                .map(each -> each.name())
                .findFirst()
                .orElseThrow();
        Process prober = probe();
        story.say(spine + " dies: its daemons are killed, its cables go dark");
        fabric.lab.apply(Outage.of(spine));
        story.check(reaches(from), "the pod is still reached");
        story.say("  " + answer(prober));
    }

    private void aControllerDies() throws LabException, IOException {
        String before = route();
        Process prober = probe();
        story.say("a controller dies");
        first.close();
        story.check(
                DemoFabric.until(() -> DemoFabric.asks(() -> !neighbors().contains(DemoFabric.FIRST))),
                leaf() + " has noticed");
        story.check(reaches(from) && before.equals(route()), "no route has changed: " + route());
        String answer = answer(prober);
        story.check(answer.contains(" 0% packet loss"), answer);
    }

    private DeviceName leaf() {
        return fabric.lab.plan().fabric().switches().stream()
                .filter(each -> each.role() == SwitchRole.LEAF)
                .map(each -> each.name())
                .findFirst()
                .orElseThrow();
    }

    private String neighbors() throws LabException {
        return DemoFabric.run("ip", "netns", "exec", fabric.space(leaf()), "ss", "-Htn", "state", "established");
    }

    private String route() throws LabException {
        return DemoFabric.run("ip", "-n", fabric.space(leaf()), "route", "show", MOVING.toString())
                .strip()
                .replaceAll("\\s+", " ");
    }

    private void announce(NodeProgram node) {
        revision++;
        Announcement pod = new Announcement.Unicast(
                Prefix.host(MOVING), node.loopbacks().getFirst(), List.of(Community.NO_ADVERTISE));
        List<Wanted> wants = fabric.switches().stream()
                .map(each -> Wanted.of(each.name(), revision, List.of(pod)))
                .toList();
        List<DeviceName> all =
                fabric.switches().stream().map(SwitchConfig::name).toList();
        if (!Placements.problems(wants, all, (_, _) -> false, List.of()).isEmpty()) {
            throw new IllegalStateException("the demo wants what would loop: " + wants);
        }
        first.want(wants);
        second.want(wants);
    }

    private void place(NodeProgram node) throws LabException {
        Batch.ip(pod(node), List.of("addr add " + MOVING + "/32 dev lo"));
        Batch.ip(fabric.space(node.name()), List.of("route add " + MOVING + "/32 dev pod0"));
    }

    private void remove(NodeProgram node) throws LabException {
        Batch.ip(fabric.space(node.name()), List.of("route del " + MOVING + "/32 dev pod0"));
        Batch.ip(pod(node), List.of("addr del " + MOVING + "/32 dev lo"));
    }

    private String pod(NodeProgram node) {
        return fabric.space(node.name() + "+pod0");
    }

    private boolean reaches(NodeProgram node) {
        return DemoFabric.asks(() -> pings(node, MOVING.toString()));
    }

    private boolean pings(NodeProgram node, String target) throws LabException {
        return io.heddle.lab.linux.Command.of(
                        "ip", "netns", "exec", pod(node), "ping", "-n", "-q", "-c", "2", "-i", "0.2", "-W", "1", target)
                .run()
                .succeeded();
    }

    /** Asks ten times a second until {@link #answer} is wanted. */
    private Process probe() throws IOException {
        return new ProcessBuilder("ip", "netns", "exec", pod(from), "ping", "-n", "-q", "-i", "0.1", MOVING.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String answer(Process prober) throws LabException, IOException {
        DemoFabric.run("kill", "-INT", Long.toString(prober.pid()));
        String text = new String(prober.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "a pod that asked ten times a second: "
                + text.lines()
                        .filter(each -> each.contains("packet loss"))
                        .findFirst()
                        .orElse(text.strip());
    }
}
