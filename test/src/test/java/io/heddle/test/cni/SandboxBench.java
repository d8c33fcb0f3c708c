package io.heddle.test.cni;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long containerd takes to start and remove a pod's sandbox over CRI, by our plugin and by the Go plugins {@code bridge} and
 * {@code ptp} with {@code host-local}: a containerd and a node each, five sandboxes each by turns. Each time includes one start of
 * curl, the same for all. An argument: sandboxes per contender, 60 unless told.
 */
final class SandboxBench {

    private static final int BY_TURNS = 5;
    private static final String GO = """
            {"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "%s", "bridge": "go0", "isGateway": true,
              "ipam": {"type": "host-local", "dataDir": "%s", "ranges": [[{"subnet": "10.89.0.0/16"}]], "routes": [{"dst": "0.0.0.0/0"}]}}]}""";
    private static final String OURS = """
            {"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "heddle-cni"}]}""";

    private SandboxBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        try (CniBed ours = new CniBed("h", CniBed.NODE_ADDRESS);
                CniBed bridge = new CniBed("b", CniBed.NODE_ADDRESS);
                CniBed ptp = new CniBed("p", CniBed.NODE_ADDRESS)) {
            AgentProcess.start(ours, "{\"name\": \"pods\", \"blocks\": [\"10.88.0.0/16\"]}");
            Map<String, Containerd> contenders = new LinkedHashMap<>();
            contenders.put("heddle", Containerd.start(ours, OURS));
            contenders.put("bridge", Containerd.start(bridge, GO.formatted("bridge", bridge.directory())));
            contenders.put("ptp", Containerd.start(ptp, GO.formatted("ptp", ptp.directory())));
            Map<String, List<Long>> times = new LinkedHashMap<>();
            for (int i = -BY_TURNS; i < rounds; i += BY_TURNS) { // the first turn warms up
                for (var each : contenders.entrySet()) {
                    for (int j = 0; j < BY_TURNS; j++) {
                        run(each.getValue(), each.getKey(), "pod-" + (i + j), i < 0 ? new LinkedHashMap<>() : times);
                    }
                }
            }
            times.forEach(SandboxBench::show);
        }
    }

    private static void run(Containerd containerd, String contender, String pod, Map<String, List<Long>> times) {
        long start = System.nanoTime();
        String sandbox = containerd.run(pod, "");
        long ran = System.nanoTime();
        containerd.stop(sandbox);
        long stopped = System.nanoTime();
        containerd.remove(sandbox);
        times.computeIfAbsent(contender + " RunPodSandbox", _ -> new ArrayList<>())
                .add(ran - start);
        times.computeIfAbsent(contender + " StopPodSandbox", _ -> new ArrayList<>())
                .add(stopped - ran);
    }

    private static void show(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s n=%-4d median %7.1f  p95 %7.1f  min %7.1f ms%n",
                what,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.95)] / 1e6,
                Arrays.stream(sorted).min().orElse(0) / 1e6);
    }
}
