package io.heddle.controller.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.log.EventLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    /** Every answer is looked at, and that there is a session: whatever goes wrong would be a warning. */
    @Test
    void fiveHundredReportsAreTakenAndNothingIsSaidOfIt() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        EventLog log = new EventLog(new PrintStream(said, true, StandardCharsets.UTF_8), true, InstantSource.system());

        new WarmUp(log, new ControllerDaemon.Clocks(InstantSource.system(), System::nanoTime)).run();

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
