package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code heddle controller --check-config} says about the section {@code openflow}. */
class CheckConfigIT {

    @TempDir
    private Path directory;

    @Test
    void everyMistakeAboutSwitchesByOpenFlowIsNamedWithItsPlace() throws Exception {
        Path file = Files.writeString(directory.resolve("openflow.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: store}
                openflow:
                  listen: everywhere
                  every-seconds: 0
                  switches:
                    - {switch: cloud-1, datapath-id: 17}
                    - {switch: cloud-2, datapath: '0000000000000001'}
                """);

        HeddleProcess wrong = HeddleProcess.run(directory, "controller", "--check-config", "openflow.yaml");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err().lines())
                .anyMatch(each -> each.contains("openflow.yaml:7") && each.contains("openflow.listen"))
                .anyMatch(each -> each.contains("openflow.yaml:8") && each.contains("openflow.every-seconds"))
                .anyMatch(each -> each.contains("openflow.yaml:10") && each.contains("switches[0].datapath-id"))
                .anyMatch(each -> each.contains("openflow.yaml:11") && each.contains("datapath"));

        Files.writeString(
                file,
                Files.readString(file)
                        .replace("everywhere", "'127.0.0.1:0'")
                        .replace("every-seconds: 0", "every-seconds: 5")
                        .replace("datapath-id: 17", "datapath-id: '0000000000000002'")
                        .replace("datapath: ", "datapath-id: "));
        HeddleProcess unknown = HeddleProcess.run(directory, "controller", "--check-config", "openflow.yaml");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("openflow.yaml:10", "openflow.switches[0].switch", "cloud-1")
                .contains("openflow.yaml:11", "openflow.switches[1].switch", "cloud-2");
    }
}
