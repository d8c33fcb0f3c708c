package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.managed.Pod;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A pod that asks another ten times a second until it is asked itself how that went. */
final class DemoProbe implements AutoCloseable {

    private final Process process;

    private DemoProbe(Process process) {
        this.process = process;
    }

    static DemoProbe start(Pod from, Pod to) throws IOException {
        return new DemoProbe(new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        from.space(),
                        "ping",
                        "-n",
                        "-q",
                        "-i",
                        "0.1",
                        to.address().toString())
                .redirectErrorStream(true)
                .start());
    }

    String answer() throws LabException, IOException {
        // ping sums up when it is interrupted.
        DemoPings.run("kill", "-INT", Long.toString(process.pid()));
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "a pod that asked ten times a second meanwhile: "
                + text.lines()
                        .filter(each -> each.contains("packet loss"))
                        .findFirst()
                        .orElse(text.strip());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
