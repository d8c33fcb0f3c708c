package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.trace.PcapTrace;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The capture of a simulation opens in Wireshark: {@code tshark} finds BGP in it, and no fault. */
class TraceIT {

    private static final Path TSHARK = Path.of("/usr/bin/tshark");

    @TempDir
    private Path folder;

    @Test
    void everySessionIsReadAsBgpWithoutFault() throws Exception {
        assumeTrue(Files.isExecutable(TSHARK), TSHARK + " is not installed");
        FabricCase fabric = PlannedFabrics.of("evpn-symmetric", 3).orThrow();
        Path file = folder.resolve("fabric.pcap");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            EventSimulation.run(
                    fabric.fabric(),
                    fabric.config(),
                    fabric.endpoints(),
                    fabric.outage(),
                    Schedule.NOTHING,
                    Settings.DEFAULT,
                    new PcapTrace(out));
        }
        assertThat(tshark(file, "bgp.type == 2")).as("UPDATEs").isNotEmpty();
        assertThat(tshark(file, "bgp.type == 1")).as("OPENs").isNotEmpty();
        assertThat(tshark(file, "_ws.malformed || tcp.analysis.flags || tcp.checksum.status == 0"))
                .as("faults")
                .isEmpty();
    }

    private List<String> tshark(Path file, String filter) throws Exception {
        Path text = folder.resolve("out");
        Process process = new ProcessBuilder(List.of(
                        TSHARK.toString(), "-r", file.toString(), "-o", "tcp.check_checksum:TRUE", "-Y", filter))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(text.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return new ArrayList<>(Files.readAllLines(text));
    }
}
