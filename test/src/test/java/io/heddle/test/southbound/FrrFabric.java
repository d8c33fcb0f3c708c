package io.heddle.test.southbound;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.lab.frr.Daemons;
import io.heddle.lab.layout.RouterSpace;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Spines {@code s1} and up, leafs {@code l1} and up, a node at each leaf ({@code n1}: 10.1.1.2 at the leaf's 10.1.1.1, fd00:1:1::2 at its fd00:1:1::1
 * and, for VNI 100, 192.168.100.1), and {@code c}, where controllers are: 172.31.0.254 and 172.31.0.253, a link to each switch, whose end is 172.31.0.J for
 * leafs and 172.31.0.10J for spines. Leaf J is AS 65100+J with VTEP 10.0.0.J and L3VNI 5000; spines are AS 65000. Controllers are AS 64999
 * and come in by a listen range. With tenants both VNIs of a leaf are in VRF {@code tenant}, a namespace of its own ({@code zebra -n}), since the
 * kernels of test machines may lack VRF devices. {@link #close} ends every process and removes all of it.
 */
final class FrrFabric {

    static final String ZEBRA = "/usr/lib/frr/zebra";
    static final String BGPD = "/usr/lib/frr/bgpd";
    static final String BFDD = "/usr/lib/frr/bfdd";

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String prefix =
            "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + "-s" + COUNT.incrementAndGet();
    private final Path directory = Files.createTempDirectory("hd-south-");
    private final Deque<Cleaning> cleaning = new ArrayDeque<>();
    private final int spines;
    private final int leafs;
    private final boolean tenants;

    @FunctionalInterface
    private interface Cleaning {
        void clean() throws LabException, IOException;
    }

    /** Something to be looked at again and again. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    private FrrFabric(int spines, int leafs, boolean tenants) throws IOException {
        this.spines = spines;
        this.leafs = leafs;
        this.tenants = tenants;
    }

    /** Skips the test, with the reason, where there is no root or a program is missing. */
    static FrrFabric start(int spines, int leafs) throws Exception {
        return start(spines, leafs, false);
    }

    /** Those with a tenant at each leaf, if wanted. */
    static FrrFabric start(int spines, int leafs, boolean tenants) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        for (String each : List.of(ZEBRA, BGPD, BFDD)) {
            assumeTrue(Files.isExecutable(Path.of(each)), each + " is not installed");
        }
        FrrFabric fabric = new FrrFabric(spines, leafs, tenants);
        try {
            fabric.build();
        } catch (LabException | IOException | RuntimeException e) {
            fabric.close();
            throw e;
        }
        return fabric;
    }

    String space(String name) {
        return prefix + name;
    }

    /** Where a leaf's VNIs are. */
    String overlay(String leaf) {
        return tenants ? space(leaf) + "t" : space(leaf);
    }

    Path directory(String router) {
        return directory.resolve(router);
    }

    List<String> leafNames() {
        return names("l", leafs);
    }

    List<String> leafSpaces() {
        return leafNames().stream().map(this::space).toList();
    }

    List<String> routers() {
        return Stream.concat(names("s", spines).stream(), leafNames().stream()).toList();
    }

    private static List<String> names(String kind, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(kind + i);
        }
        return names;
    }

    private void build() throws LabException, IOException {
        Command.of("chmod", "755", directory.toString()).output();
        List<String> tenantNames =
                tenants ? leafNames().stream().map(each -> each + "t").toList() : List.of();
        for (String each : Stream.of(routers(), tenantNames, names("n", leafs), List.of("c"))
                .flatMap(List::stream)
                .toList()) {
            Batch.ip(List.of("netns add " + space(each)));
            cleaning.push(() -> Batch.ip(List.of("netns del " + space(each))));
            Command.of("ip", "netns", "exec", space(each), "sysctl", "-qw")
                    .with("net.ipv6.conf.default.accept_dad=0", "net.ipv6.conf.all.forwarding=1")
                    .with("net.ipv4.ip_forward=1", "net.ipv4.fib_multipath_hash_policy=1")
                    .with("net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.default.rp_filter=0")
                    .output();
            Batch.ip(space(each), List.of("link set dev lo up"));
        }
        Batch.ip(
                space("c"),
                List.of(
                        "link add dev mgmt0 type bridge stp_state 0 forward_delay 0",
                        "link set dev mgmt0 up",
                        "addr add 172.31.0.254/24 dev mgmt0",
                        "addr add 172.31.0.253/24 dev mgmt0"));
        for (int spine = 1; spine <= spines; spine++) {
            management("s" + spine, 100 + spine);
            Batch.ip(space("s" + spine), List.of("addr add 10.0.0." + (200 + spine) + "/32 dev lo"));
            for (int leaf = 1; leaf <= leafs; leaf++) {
                wire("s" + spine, "l" + leaf + "x", "l" + leaf, "s" + spine + "x");
            }
        }
        for (int leaf = 1; leaf <= leafs; leaf++) {
            management("l" + leaf, leaf);
            leaf(leaf);
        }
        for (String each : routers()) {
            start(each);
        }
    }

    private void management(String router, int host) throws LabException {
        wire("c", "m" + router, router, "mgmt0");
        Batch.ip(space("c"), List.of("link set dev m" + router + " master mgmt0"));
        Batch.ip(space(router), List.of("addr add 172.31.0." + host + "/24 dev mgmt0"));
    }

    private void wire(String one, String port, String other, String otherPort) throws LabException {
        Batch.ip(List.of("link add " + port + " netns " + space(one) + " type veth peer name " + otherPort + " netns "
                + space(other)));
        Batch.ip(space(one), List.of("link set dev " + port + " up"));
        Batch.ip(space(other), List.of("link set dev " + otherPort + " up"));
    }

    private void leaf(int leaf) throws LabException {
        String name = "l" + leaf;
        wire(name, "n0", "n" + leaf, "eth0");
        wire(tenants ? name + "t" : name, "h0", "n" + leaf, "eth1");
        Batch.ip(
                space(name),
                List.of(
                        "addr add 10.0.0." + leaf + "/32 dev lo",
                        "addr add 10.1." + leaf + ".1/24 dev n0",
                        "addr add fd00:1:" + leaf + "::1/64 dev n0"));
        for (int vni : List.of(100, 5000)) {
            // The socket stays where the device was made, which is where its VTEP is.
            Batch.ip(
                    space(name),
                    List.of("link add dev vx" + vni + " netns " + overlay(name) + " type vxlan id " + vni
                            + " local 10.0.0." + leaf + " dstport 4789 nolearning"));
            Batch.ip(
                    overlay(name),
                    List.of(
                            "link add dev br" + vni + " type bridge stp_state 0 forward_delay 0",
                            "link set dev br" + vni + " addrgenmode none",
                            "link set dev vx" + vni + " master br" + vni + " addrgenmode none"));
        }
        Batch.ip(
                overlay(name),
                List.of(
                        "link set dev vx100 type bridge_slave neigh_suppress on learning off",
                        "link set dev h0 master br100",
                        "link set dev br5000 address " + routerMac(leaf),
                        "link set dev br100 up",
                        "link set dev vx100 up",
                        "link set dev br5000 up",
                        "link set dev vx5000 up"));
        Batch.ip(
                space("n" + leaf),
                List.of(
                        "addr add 10.1." + leaf + ".2/24 dev eth0",
                        "addr add fd00:1:" + leaf + "::2/64 dev eth0",
                        "route add default via 10.1." + leaf + ".1",
                        "link set dev eth1 address " + hostMac(leaf),
                        "addr add 192.168.100." + leaf + "/24 dev eth1"));
    }

    static String routerMac(int leaf) {
        return "02:00:00:00:50:0" + leaf;
    }

    static String hostMac(int leaf) {
        return "02:00:00:00:01:0" + leaf;
    }

    private void start(String router) throws LabException, IOException {
        Path own = directory(router);
        Files.createDirectories(own);
        List<String> config = FrrFabricConfig.of(router, spines, leafs, tenants);
        Files.write(own.resolve("frr.conf"), config);
        Command.of("chown", "-R", "frr:frr", own.toString()).output();
        if (tenants && router.startsWith("l")) {
            Map<VrfName, String> spaces = new LinkedHashMap<>();
            spaces.put(VrfName.DEFAULT, space(router));
            spaces.put(VrfName.of("tenant"), overlay(router));
            new Daemons(new RouterSpace(DeviceName.of(router), spaces), own)
                    .start(String.join("\n", config))
                    .forEach(each -> cleaning.push(each::kill));
        } else {
            for (String each : List.of(ZEBRA, BFDD, BGPD)) {
                daemon(router, each);
            }
        }
    }

    private void daemon(String router, String path) throws LabException, IOException {
        Path own = directory(router);
        String name = Path.of(path).getFileName().toString();
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", space(router), path, "-d", "-P", "0"));
        words.addAll(List.of("-f", own.resolve("frr.conf").toString()));
        words.addAll(List.of("-i", own.resolve(name + ".pid").toString()));
        words.addAll(List.of("-z", own.resolve("zserv.api").toString()));
        words.addAll(List.of("--vty_socket", own.toString()));
        words.addAll(List.of("--log", "file:" + own.resolve(name + ".log")));
        if (path.equals(BFDD)) {
            words.addAll(List.of("--bfdctl", own.resolve("bfdd.sock").toString()));
        }
        Command.of(words.toArray(String[]::new)).output();
        long pid = Long.parseLong(Files.readString(own.resolve(name + ".pid")).strip());
        ProcessRef process = ProcessRef.running(pid).orElseThrow();
        cleaning.push(process::kill);
    }

    /** Loses all between a switch and controllers, with light at both ends. */
    void silence(String router, boolean lost) throws LabException {
        Batch.ip(space("c"), List.of("link set dev m" + router + (lost ? " nomaster" : " master mgmt0")));
    }

    /** Runs something on this thread with its network in a namespace; threads that it starts stay there. */
    <T> T in(String name, NetworkNamespace.Inside<T> inside) throws LinuxException {
        try (NetworkNamespace home = NetworkNamespace.current();
                NetworkNamespace there = NetworkNamespace.open("/run/netns/" + space(name))) {
            return there.enter(home, inside);
        }
    }

    /** Runs a program in a namespace and returns what it printed. */
    String run(String name, String... words) throws LabException {
        return Command.of("ip", "netns", "exec", space(name)).with(words).output();
    }

    /** Whether one of three packets is answered. */
    boolean pings(String name, String address) throws LabException {
        return Command.of("ip", "netns", "exec", space(name), "ping", "-c", "3", "-i", "0.2", "-W", "1", "-q", address)
                .run()
                .succeeded();
    }

    /** What vtysh answers. */
    String ask(String router, String question) throws LabException {
        return Command.of("vtysh", "--vty_socket", directory(router).toString(), "-c", question)
                .output();
    }

    /** Lets nothing of EVPN in from controllers, or, with {@code "no "}, everything again. */
    void filterEvpn(String leaf, String no) throws LabException {
        filter(leaf, no, List.of("route-map NONE deny 10", "exit"));
    }

    /** Lets EVPN routes of one type in no more, or, with {@code "no "}, again. */
    void filterEvpn(String leaf, String no, String type) throws LabException {
        filter(
                leaf,
                no,
                List.of(
                        "route-map NONE deny 10",
                        "match evpn route-type " + type,
                        "exit",
                        "route-map NONE permit 20",
                        "exit"));
    }

    private void filter(String leaf, String no, List<String> map) throws LabException {
        List<String> lines = new ArrayList<>(List.of("configure terminal"));
        lines.addAll(map);
        lines.add("router bgp " + (65100 + Integer.parseInt(leaf.substring(1))));
        lines.add("address-family l2vpn evpn");
        lines.add(no + "neighbor CTRL route-map NONE in");
        Command.of("vtysh", "--vty_socket", directory(leaf).toString())
                .with(lines.stream().flatMap(each -> Stream.of("-c", each)).toArray(String[]::new))
                .output();
    }

    /** The kernel's routes to a prefix and below. */
    String routes(String name, String to) throws LabException {
        return Command.of("ip", to.contains(":") ? "-6" : "-4", "-n", space(name), "route", "show", "root", to)
                .output();
    }

    String macs(String leaf, String device) throws LabException {
        return Command.of("bridge", "-n", space(leaf), "fdb", "show", "dev", device)
                .output();
    }

    String neighbors(String leaf, String device) throws LabException {
        return Command.of("ip", "-n", space(leaf), "neigh", "show", "dev", device)
                .output();
    }

    /** Every leaf has every other leaf's VTEP by all spines. */
    void untilItStands() throws Exception {
        for (String each : leafNames()) {
            for (int other = 1; other <= leafs; other++) {
                String vtep = "10.0.0." + other;
                if (!each.equals("l" + other)) {
                    until(
                            each + " reaches " + vtep,
                            () -> routes(each, vtep).split("nexthop", -1).length == spines + 1
                                    || spines == 1 && !routes(each, vtep).isEmpty());
                }
            }
        }
    }

    /** Waits until something holds; what does not in time is an error that says so. */
    static void until(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    void close() throws LabException, IOException {
        while (!cleaning.isEmpty()) {
            cleaning.pop().clean();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
