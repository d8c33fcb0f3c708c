package io.heddle.test.cni;

import io.heddle.cni.agent.AgentConfig;
import io.heddle.cni.agent.RunningAgent;
import io.heddle.cni.step.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/**
 * The agent, except that it kills itself with signal 9 after a step. Which one is in the file {@code kill-after} beside its
 * configuration: the number of steps still to do.
 */
final class CrashingAgent implements Steps {

    private final Path file;

    private CrashingAgent(Path file) {
        this.file = file;
    }

    public static void main(String[] words) throws Exception {
        Path config = Path.of(words[1]);
        Steps steps = new CrashingAgent(config.resolveSibling("kill-after"));
        try (RunningAgent agent = RunningAgent.start(AgentConfig.read(config), InstantSource.system(), steps)) {
            agent.serve();
        }
    }

    @Override
    public synchronized void done(String step) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            int left = Integer.parseInt(Files.readString(file).strip()) - 1;
            Files.writeString(file, String.valueOf(left));
            if (left == 0) {
                Files.writeString(file.resolveSibling("killed-after"), step);
                Files.delete(file);
                new ProcessBuilder(
                                "kill",
                                "-9",
                                String.valueOf(ProcessHandle.current().pid()))
                        .start();
                while (true) {
                    LockSupport.park();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
