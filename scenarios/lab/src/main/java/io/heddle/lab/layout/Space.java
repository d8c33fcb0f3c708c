package io.heddle.lab.layout;

import io.heddle.model.net.IpFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A network namespace and what is set up in it, in the words of {@code ip -batch} and {@code bridge -batch}. Single-threaded. */
public final class Space {

    private final String name;
    private final List<String> sysctls = new ArrayList<>();
    private final List<String> ip = new ArrayList<>();
    private final List<String> ipv6 = new ArrayList<>();
    private final List<String> bridge = new ArrayList<>();
    private final List<String> unforwarded = new ArrayList<>();

    Space(String name) {
        this.name = name;
    }

    /** As {@code ip netns} lists it. */
    public String name() {
        return name;
    }

    /** Lines {@code path=value}, the path below {@code /proc/sys/net}, {@code *} for any name. Set before {@link #ip}. */
    public List<String> sysctls() {
        return Collections.unmodifiableList(sysctls);
    }

    /** Run once every cable is plugged. */
    public List<String> ip() {
        return Collections.unmodifiableList(ip);
    }

    /** The same for {@code ip -6}, which a batch cannot be told line by line. */
    public List<String> ipv6() {
        return Collections.unmodifiableList(ipv6);
    }

    /** Run after {@link #ip}. */
    public List<String> bridge() {
        return Collections.unmodifiableList(bridge);
    }

    void sysctl(String path, Object value) {
        sysctls.add(path + "=" + value);
    }

    /** Pairs {@code FROM TO} of bridge members between which nothing passes, in this direction. */
    public List<String> unforwarded() {
        return Collections.unmodifiableList(unforwarded);
    }

    void keepFromForwarding(String from, String to) {
        unforwarded.add(from + " " + to);
    }

    void ip(String line) {
        ip.add(line);
    }

    void ip(IpFamily family, String line) {
        (family == IpFamily.IPV4 ? ip : ipv6).add(line);
    }

    void bridge(String line) {
        bridge.add(line);
    }

    /** Assigns an address; zebra and the kernel take the same form. */
    void address(String device, Object address) {
        List<String> words = List.of(address.toString().split(" ", 2));
        String more = words.size() > 1 ? " " + words.get(1) : "";
        ip("addr add " + words.getFirst() + " dev " + device + more
                + (words.getFirst().indexOf(':') >= 0 ? " nodad" : ""));
    }
}
