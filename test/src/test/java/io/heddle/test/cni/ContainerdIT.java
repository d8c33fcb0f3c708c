package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Pods started by containerd over CRI, as a kubelet starts them. */
class ContainerdIT {

    private static final String CONFLIST = """
            {"cniVersion": "1.0.0", "name": "pods", "plugins": [
              {"type": "heddle-cni", "capabilities": {"io.kubernetes.cri.pod-annotations": true}},
              {"type": "portmap", "capabilities": {"portMappings": true}}]}""";
    private static final String NETWORK = """
            {"name": "pods", "blocks": ["10.88.0.0/24", "fd00:88::/80"]}""";

    @Test
    void aPodReachesAnotherAndNothingIsLeftOfBoth() {
        try (CniBed bed = new CniBed()) {
            AgentProcess.start(bed, NETWORK);
            Containerd containerd = Containerd.start(bed, CONFLIST);

            String one = containerd.run("train-0", "");
            String two = containerd.run("train-1", "10.88.0.77");

            assertThat(containerd.addresses(one)).isEqualTo("10.88.0.0 fd00:88::1");
            assertThat(containerd.addresses(two)).isEqualTo("10.88.0.77 fd00:88::2");
            String container = containerd.startContainer(one, "train-0");
            assertThat(containerd.exec(container, "ping", "-c", "1", "-W", "5", "10.88.0.77"))
                    .contains("1 packets received");
            assertThat(containerd.exec(container, "ping", "-c", "1", "-W", "5", "fd00:88::2"))
                    .contains("1 packets received");

            containerd.remove(one);
            containerd.remove(two);

            assertNothingIsLeft(bed);
        }
    }

    @Test
    void podsComeAndGoEightAtATimeAndNothingLeaks() throws ExecutionException, InterruptedException {
        int pods = 200;
        try (CniBed bed = new CniBed();
                ExecutorService eight = Executors.newFixedThreadPool(8)) {
            AgentProcess.start(bed, NETWORK);
            Containerd containerd = Containerd.start(bed, CONFLIST);

            List<Future<String>> addresses = new ArrayList<>();
            for (int i = 0; i < pods; i++) {
                String name = "job-" + i;
                addresses.add(eight.submit(() -> {
                    String sandbox = containerd.run(name, "");
                    String given = containerd.addresses(sandbox);
                    containerd.remove(sandbox);
                    return given;
                }));
            }
            for (Future<String> each : addresses) {
                assertThat(each.get()).startsWith("10.88.0.");
            }

            assertNothingIsLeft(bed);
        }
    }

    private static void assertNothingIsLeft(CniBed bed) {
        assertThat(bed.inNode("ip", "-o", "link", "show", "type", "veth").output())
                .isEmpty();
        assertThat(bed.inNode("ip", "route", "show", "proto", "72").output()).isEmpty();
        assertThat(bed.inNode("ip", "-6", "route", "show", "proto", "72").output())
                .isEmpty();
        // Not one address is held: the whole block is to be had by request.
        String pod = bed.namespace("last");
        String config = """
                {"cniVersion": "1.0.0", "name": "pods", "type": "heddle-cni"}""";
        bed.cni("ADD", "last", pod, config).orThrow();
        assertThat(bed.inNode("ip", "route", "show", "proto", "72").output()).hasLineCount(1);
    }
}
