package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Programs;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.Prerequisites;
import io.heddle.lab.run.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * {@code heddle demo}: a small fabric of real FRR, two controllers over etcd, an agent a node, pods; a spine and a controller are killed, and what
 * that breaks.
 */
final class DemoCommand implements Command {

    private static final String LAB = "demo";
    private static final String SCENARIO = "demo.yaml";

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        if (!args.isEmpty()) {
            throw new InputException("heddle demo takes no words");
        }
        Optional<String> missing = Prerequisites.missing().or(DemoCommand::missing);
        Optional<Programs> programs = Programs.here();
        if (missing.isPresent() || programs.isEmpty()) {
            terminal.err()
                    .println("heddle: "
                            + missing.orElse("heddle-cni is not built: the build found no C compiler (musl-tools)"));
            return NEEDS_MORE;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread playing = Thread.currentThread();
        // Ctrl-C: the play stops where it is, takes everything away, and only then the virtual machine ends.
        Thread stop = Thread.ofPlatform().unstarted(() -> {
            playing.interrupt();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return show(new DemoStory(terminal.out()), programs.orElseThrow());
        } catch (LabException | IOException e) {
            terminal.err().println("heddle: " + e.getMessage());
            return DOES_NOT_HOLD;
        } finally {
            ended.countDown();
        }
    }

    private static Optional<String> missing() {
        return List.of(Programs.ETCD, Path.of("/usr/bin/curl"), Path.of("/usr/bin/openssl")).stream()
                .filter(each -> !Files.isExecutable(each))
                .findFirst()
                .map(each -> "the demo needs " + each + " (Debian packages etcd-server, curl, openssl)");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int show(DemoStory story, Programs programs) throws InputException, LabException, IOException {
        LabDirectory directory = LabDirectory.of(LAB);
        Path scenario = Files.createTempFile("heddle-demo-", ".yaml");
        try {
            if (directory.exists()) {
                // A demo that was killed left it.
                Removal.remove(directory);
            }
            try (InputStream text = DemoCommand.class.getResourceAsStream(SCENARIO)) {
                if (text == null) {
                    throw new IllegalStateException("no " + SCENARIO + " beside " + DemoCommand.class);
                }
                Files.copy(text, scenario, StandardCopyOption.REPLACE_EXISTING);
            }
            LabPlan plan = LabSource.of(List.of(scenario.toString(), "--lab", LAB, "--pods", "0"))
                    .plan();
            story.say("building " + plan.fabric().switches().size() + " switches and "
                    + plan.fabric().nodes().size() + " nodes, a namespace each, real FRR in every switch");
            ManagedLab lab = ManagedLab.build(
                    plan, directory, List.of(), scenario, programs, new ManagedLab.Size(2, 1, List.of()));
            return new DemoPlay(lab, story).play() ? HOLDS : DOES_NOT_HOLD;
        } finally {
            // Asked to stop, this thread must still be able to take everything away.
            boolean _ = Thread.interrupted();
            Files.delete(scenario);
            if (directory.exists()) {
                Removal.remove(directory);
            }
            story.say("the fabric, its routers, controllers, agents and pods are gone again");
        }
    }
}
