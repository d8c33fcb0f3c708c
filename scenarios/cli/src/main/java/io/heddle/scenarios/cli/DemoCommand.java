package io.heddle.scenarios.cli;

import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.Prerequisites;
import io.heddle.lab.run.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** {@code heddle demo}: a small fabric of real FRR, pods, two controllers; a spine and a controller are killed, and what that breaks. */
final class DemoCommand implements Command {

    private static final String LAB = "demo";
    private static final String SCENARIO = "demo.yaml";

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        if (!args.isEmpty()) {
            throw new InputException("heddle demo takes no words");
        }
        Optional<String> missing = Prerequisites.missing();
        if (missing.isPresent()) {
            terminal.err().println("heddle: " + missing.get());
            return NEEDS_MORE;
        }
        try {
            return show(new DemoStory(terminal.out()));
        } catch (LabException | IOException e) {
            terminal.err().println("heddle: " + e.getMessage());
            return DOES_NOT_HOLD;
        }
    }

    private static int show(DemoStory story) throws InputException, LabException, IOException {
        LabDirectory directory = LabDirectory.of(LAB);
        DemoFabric fabric = null;
        BgpDriver first = null;
        BgpDriver second = null;
        try {
            if (directory.exists()) {
                // A demo that was killed left it.
                DemoFabric.removeControllers();
                Removal.remove(directory);
            }
            fabric = DemoFabric.build(directory, source().plan(), story);
            first = fabric.controller(DemoFabric.FIRST);
            second = fabric.controller(DemoFabric.SECOND);
            return new DemoPlay(fabric, story, first, second).play() ? HOLDS : DOES_NOT_HOLD;
        } finally {
            if (first != null) {
                first.close();
            }
            if (second != null) {
                second.close();
            }
            DemoFabric.removeControllers();
            if (directory.exists()) {
                Removal.remove(directory);
            }
            story.say("the fabric, its routers and namespaces are gone again");
        }
    }

    private static LabSource source() throws InputException, IOException {
        Path file = Files.createTempFile("heddle-demo-", ".yaml");
        try (InputStream scenario = DemoCommand.class.getResourceAsStream(SCENARIO)) {
            if (scenario == null) {
                throw new IllegalStateException("no " + SCENARIO + " beside " + DemoCommand.class);
            }
            Files.copy(scenario, file, StandardCopyOption.REPLACE_EXISTING);
            return LabSource.of(List.of(file.toString(), "--lab", LAB, "--pods", "1"));
        } finally {
            Files.delete(file);
        }
    }
}
