package io.heddle.test.southbound;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A leaf of FRR, {@code l1} as leaf-1-1, that a controller tells what VTEPs in another rack cannot say themselves, and that it reads. It routes to
 * those VTEPs by its node, so that their routes resolve; nobody is there.
 */
final class ToldLeaf implements AutoCloseable {

    /** The node whose pods it is told. */
    static final String NODE = "node-2-1";

    static final String KERNEL = "kernel: [ip, netns, exec, %1$s]";
    static final String FRR = "frr: [vtysh, --vty_socket, %2$s]";

    final FrrFabric fabric;
    final RunningDaemon daemon;

    private ToldLeaf(FrrFabric fabric, RunningDaemon daemon) {
        this.fabric = fabric;
        this.daemon = daemon;
    }

    /**
     * Starts both, all of the leaf in its default VRF.
     *
     * @param source how the leaf is read: {@link #KERNEL} or {@link #FRR}
     * @param silent the VTEPs, as {@code silent-vteps} has them
     */
    static ToldLeaf start(Path directory, String scenario, String source, String... silent) throws Exception {
        return start(FrrFabric.start(1, 1), directory, scenario, source, silent);
    }

    /** Starts both, the leaf's VNIs in a VRF of a tenant. */
    static ToldLeaf withTenant(Path directory, String scenario, String source, String... silent) throws Exception {
        return start(FrrFabric.start(1, 1, true), directory, scenario, source, silent);
    }

    private static ToldLeaf start(FrrFabric fabric, Path directory, String scenario, String source, String... silent)
            throws Exception {
        try {
            Batch.ip(fabric.space("l1"), List.of("route add 100.64.0.0/10 via 10.1.1.2"));
            RunningDaemon daemon = new RunningDaemon(fabric, directory, scenario, """
                    store: {directory: %s}
                    http: {listen: "127.0.0.1:0"}
                    bgp:
                      asn: 64999
                      router-id: 172.31.0.254
                      switches:
                        - {switch: leaf-1-1, address: 172.31.0.1, from: 172.31.0.254, asn: 65101}
                    silent-vteps: [%s]
                    tables:
                      every-seconds: 1
                      stale-seconds: 3
                      switches:
                        - {switch: leaf-1-1, %s}
                    """.formatted(
                            directory.resolve("store"),
                            Stream.of(silent).collect(Collectors.joining(", ")),
                            source.formatted(fabric.overlay("l1"), fabric.directory("l1"))));
            return new ToldLeaf(fabric, daemon);
        } catch (Exception | AssertionError e) {
            fabric.close();
            throw e;
        }
    }

    /** Address of a pod that it is told. */
    String pod() throws Exception {
        String pod = daemon.place(NODE).planned().getFirst().address().plus(5).toString();
        daemon.report(NODE, List.of(pod));
        return pod;
    }

    String drift() throws Exception {
        return daemon.get("/v1/drift");
    }

    void until(String what, FrrFabric.Condition condition) throws Exception {
        daemon.until(what, condition);
    }

    void untilNothingDiffers() throws Exception {
        until("nothing differs", () -> drift().contains("\"items\":[]"));
    }

    @Override
    public void close() throws LabException, IOException {
        try {
            daemon.close();
        } finally {
            fabric.close();
        }
    }
}
