package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small sorted arrays of type 2 paths, each the whole of what is known under one MAC or address. */
final class Hosts {

    static final Path.Host[] NONE = {};

    private Hosts() {}

    static Path.Host[] orNone(Path.Host @Nullable [] paths) {
        return paths == null ? NONE : paths;
    }

    /** With one more path, of whose key there is none yet. */
    static Path.Host[] with(Path.Host @Nullable [] paths, Path.Host added) {
        if (paths == null) {
            return new Path.Host[] {added};
        }
        int at = -(search(paths, added) + 1);
        Path.Host[] longer = new Path.Host[paths.length + 1];
        System.arraycopy(paths, 0, longer, 0, at);
        longer[at] = added;
        System.arraycopy(paths, at, longer, at + 1, paths.length - at);
        return longer;
    }

    /** Without the path of this key; null if nothing is left. */
    static Path.Host @Nullable [] without(Path.Host[] paths, Path.Host removed) {
        int at = search(paths, removed);
        if (at < 0) {
            return paths;
        }
        if (paths.length == 1) {
            return null;
        }
        Path.Host[] shorter = Arrays.copyOf(paths, paths.length - 1);
        System.arraycopy(paths, at + 1, shorter, at, paths.length - at - 1);
        return shorter;
    }

    /** The path of a key among those of its MAC. */
    static Path.@Nullable Host find(
            Path.Host @Nullable [] paths, long distinguisher, long tag, @Nullable IpAddress address) {
        for (Path.Host each : orNone(paths)) {
            if (each.distinguisher() == distinguisher && each.tag() == tag && Objects.equals(each.address(), address)) {
                return each;
            }
        }
        return null;
    }

    private static int search(Path.Host[] paths, Path.Host key) {
        int from = 0;
        int to = paths.length - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int order = order(paths[middle], key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -from - 1;
    }

    private static int order(Path.Host one, Path.Host other) {
        int byMac = Long.compare(one.mac(), other.mac());
        return byMac != 0 ? byMac : Path.Host.BY_KEY.compare(one, other);
    }
}
