package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.managed.Child;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.SwitchRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What happens in the demo. */
final class DemoPlay {

    private static final int PODS_A_NODE = 2;

    private final ManagedLab lab;
    private final DemoStory story;
    private final DemoPings pings;
    private final List<Pod> pods = new ArrayList<>();
    private final List<Child> controllers = new ArrayList<>();

    DemoPlay(ManagedLab lab, DemoStory story) {
        this.lab = lab;
        this.story = story;
        pings = new DemoPings(lab);
    }

    /** Whether all was as it should be. */
    boolean play() throws LabException, IOException {
        begin();
        podsStart();
        aPodEnds();
        aSpineDies();
        aControllerDies();
        return story.isGood();
    }

    private void begin() throws LabException {
        story.say("etcd, two controllers (heddle controller --config FILE) and an agent a node (heddle-agent) start");
        lab.startEtcd(0);
        controllers.add(lab.startController(0));
        controllers.add(lab.startController(1));
        List<Child> agents = new ArrayList<>();
        for (NodeProgram each : lab.nodes()) {
            agents.add(lab.startAgent(each.name()));
        }
        for (Child each : agents) {
            ManagedLab.awaitAgent(each);
        }
        lab.awaitController(0);
        lab.awaitController(1);
        story.check(
                true,
                "both controllers speak BGP with all "
                        + lab.management().switches().size() + " switches");
    }

    private void podsStart() throws LabException {
        story.say("each node is given " + PODS_A_NODE + " pods, by heddle-cni as a container runtime calls it");
        for (NodeProgram each : lab.nodes()) {
            for (int i = 0; i < PODS_A_NODE; i++) {
                pods.add(lab.addPod(each.name(), "pod" + i));
            }
        }
        reach();
        Pod pod = pods.getFirst();
        story.say("what the controllers did, for " + pod.address() + " at " + pod.node() + ":");
        story.say("  " + told(pod));
        for (DeviceName each : List.of(leafs().getFirst(), leafs().getLast())) {
            story.say("  " + each + "'s kernel: " + pings.route(each, pod.address()));
        }
    }

    private void aPodEnds() throws LabException {
        Pod gone = pods.removeLast();
        story.say(gone.address() + " at " + gone.node() + " ends");
        lab.removePod(gone);
        story.check(
                DemoPings.until(
                        () -> pings.route(leafs().getFirst(), gone.address()).isEmpty()),
                leafs().getFirst() + " has no route to it any more");
    }

    private void aSpineDies() throws LabException, IOException {
        DeviceName spine = lab.lab().plan().fabric().switches().stream()
                .filter(each -> each.role() == SwitchRole.SPINE)
                .map(each -> each.name())
                .findFirst()
                .orElseThrow();
        try (DemoProbe probe = probe()) {
            story.say(spine + " dies: its daemons are killed, its cables go dark");
            lab.apply(Outage.of(spine));
            reach();
            story.say("  " + probe.answer());
        }
    }

    private void aControllerDies() throws LabException, IOException {
        // The one that writes: the other must take over before a new pod is known to anybody.
        int writer = writes(controllers.getFirst()) ? 0 : 1;
        DeviceName leaf = leafs().getFirst();
        String before = pings.route(leaf, pods.getLast().address());
        try (DemoProbe probe = probe()) {
            story.say("controller-" + (writer + 1) + ", which writes, is killed (kill -9)");
            controllers.get(writer).kill();
            story.check(DemoPings.until(() -> !pings.hasSession(leaf, writer)), leaf + " has lost its session with it");
            String after = pings.route(leaf, pods.getLast().address());
            story.check(after.equals(before), "no route has changed: " + after);
            String answer = probe.answer();
            story.check(answer.contains(" 0% packet loss"), answer);
        }
        Pod late = lab.addPod(lab.nodes().getFirst().name(), "late");
        pods.add(late);
        story.say("a pod starts at " + late.node() + " now: " + late.address());
        reach();
    }

    /** By what it said last about it. */
    private static boolean writes(Child controller) {
        String log = controller.log();
        return log.lastIndexOf("\"event\":\"writing\"") > log.lastIndexOf("\"event\":\"not-writing\"");
    }

    private void reach() throws LabException {
        int pairs = pods.size() * (pods.size() - 1);
        boolean all = DemoPings.until(() -> pings.answered(pods) == pairs);
        story.check(all, pings.answered(pods) + " of " + pairs + " pairs of pods answer each other");
    }

    /** Between pods of the first and the last node. */
    private DemoProbe probe() throws IOException {
        return DemoProbe.start(pods.getFirst(), pods.getLast());
    }

    private List<DeviceName> leafs() {
        return lab.lab().plan().fabric().switches().stream()
                .filter(each -> each.role() == SwitchRole.LEAF)
                .map(each -> each.name())
                .toList();
    }

    /** Which leafs were told of it, asked of the controllers' API. */
    private String told(Pod pod) throws LabException {
        List<String> told = new ArrayList<>();
        for (DeviceName each : leafs()) {
            if (lab.ask(0, "/v1/switches/" + each + "/announcements?limit=10000")
                    .contains(pod.address() + "/32")) {
                told.add(each.value());
            }
        }
        return String.join(" and ", told) + " were told that it is behind " + pod.node()
                + "; they pass it on, nobody else was told";
    }
}
