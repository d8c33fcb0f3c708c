package io.heddle.cni.agent;

import io.heddle.cni.clock.WallClock;
import io.heddle.cni.step.Steps;
import java.io.IOException;
import java.nio.file.Path;

/** {@code heddle-agent [--config FILE] [--check-config]}. Exit codes: 0, 2 for a wrong word or configuration, 1 for a failure. */
public final class AgentMain {

    private static final String USAGE = "usage: heddle-agent [--config FILE] [--check-config]";

    private AgentMain() {}

    public static void main(String[] words) {
        System.exit(run(words));
    }

    private static int run(String[] words) {
        Path file = Path.of("/etc/heddle/agent.json");
        boolean checkOnly = false;
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--config") && i + 1 < words.length) {
                file = Path.of(words[++i]);
            } else if (words[i].equals("--check-config")) {
                checkOnly = true;
            } else {
                System.err.println("heddle-agent: found '" + words[i] + "'\n" + USAGE);
                return 2;
            }
        }
        AgentConfig config;
        try {
            config = AgentConfig.read(file);
        } catch (AgentConfig.Unusable e) {
            System.err.println("heddle-agent: " + e.getMessage());
            return 2;
        }
        if (checkOnly) {
            return 0;
        }
        try (RunningAgent agent = RunningAgent.start(config, WallClock.ofTheMachine(), Steps.UNHEARD)) {
            Runtime.getRuntime().addShutdownHook(new Thread(agent::stop, "stop"));
            agent.serve();
            return 0;
        } catch (IOException e) {
            System.err.println("heddle-agent: " + e.getMessage());
            return 1;
        }
    }
}
