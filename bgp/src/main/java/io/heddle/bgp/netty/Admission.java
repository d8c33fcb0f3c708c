package io.heddle.bgp.netty;

import io.heddle.model.net.IpAddress;
import java.util.HashMap;
import java.util.Map;

/** How many connections there are, in all and per remote address. Single-threaded. */
final class Admission {

    private final int most;
    private final int mostPerAddress;
    private final Map<IpAddress, Integer> byAddress = new HashMap<>();
    private int open;
    private long refused;

    Admission(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** Whether one more may come; if so it counts until {@link #left}. */
    boolean admits(IpAddress remote) {
        if (open >= most || byAddress.getOrDefault(remote, 0) >= mostPerAddress) {
            refused++;
            return false;
        }
        open++;
        byAddress.merge(remote, 1, Integer::sum);
        return true;
    }

    void left(IpAddress remote) {
        open--;
        byAddress.computeIfPresent(remote, (_, count) -> count == 1 ? null : count - 1);
    }

    int open() {
        return open;
    }

    long refused() {
        return refused;
    }
}
