package io.heddle.test.interop;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.util.List;
import java.util.stream.Stream;

/**
 * FRR's end as a VTEP: VNI 100 with an interface and one host, VNI 5000 as the L3VNI of the default VRF, one Ethernet segment.
 */
final class FrrVteps {

    static final String HOST_MAC = "02:00:00:00:0e:aa";
    static final String HOST_ADDRESS = "192.168.100.7";
    static final String ROUTER_MAC = "02:00:00:00:50:02";
    static final String SEGMENT = "03:44:38:39:ff:00:02:00:00:01";

    private FrrVteps() {}

    /** The devices, before FRR starts; all but the segment's. */
    static void devices(Bed bed) throws LabException {
        Command.of("ip", "netns", "exec", bed.theirs(), "sysctl", "-qw", "net.ipv4.ip_forward=1")
                .output();
        Batch.ip(
                bed.theirs(),
                Stream.of(bridge(100), bridge(5000)).flatMap(List::stream).toList());
        Batch.ip(
                bed.theirs(),
                List.of(
                        "link set dev br5000 address " + ROUTER_MAC,
                        "addr add 192.168.100.254/24 dev br100",
                        "link add hst0 type veth peer name hst1",
                        "link set dev hst0 master br100 up",
                        "link set dev hst1 up"));
    }

    private static List<String> bridge(int vni) {
        return List.of(
                "link add br" + vni + " type bridge stp_state 0 forward_delay 0",
                "link set dev br" + vni + " addrgenmode none up",
                "link add vx" + vni + " type vxlan id " + vni + " local 10.8.0.2 dstport 4789 nolearning",
                "link set dev vx" + vni + " master br" + vni + " addrgenmode none up");
    }

    /** What zebra is to know; then the segment's port may come, not before (FRR takes none but bonds that are there). */
    static void overlay(Bed bed) throws LabException {
        Command.of(
                        "vtysh",
                        "--vty_socket",
                        bed.directory.toString(),
                        "-d",
                        "zebra",
                        "-c",
                        "configure terminal",
                        "-c",
                        "vni 5000",
                        "-c",
                        "interface es1",
                        "-c",
                        "evpn mh es-id 1",
                        "-c",
                        "evpn mh es-sys-mac 44:38:39:ff:00:02")
                .output();
        Batch.ip(
                bed.theirs(),
                List.of(
                        "link add es1 type veth peer name es2",
                        "link set dev es1 master br100 up",
                        "link set dev es2 up"));
    }

    /** A host is heard on its port. */
    static void host(Bed bed) throws LabException {
        Batch.bridge(bed.theirs(), List.of("fdb add " + HOST_MAC + " dev hst0 master dynamic"));
        Batch.ip(
                bed.theirs(),
                List.of("neigh replace " + HOST_ADDRESS + " lladdr " + HOST_MAC + " dev br100 nud reachable"));
    }
}
