package io.heddle.scenarios.script;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands out the addresses of blocks that nobody has, in order, each once. Single-threaded. */
final class FreeAddresses {

    private final List<Prefix> blocks;
    private final Set<IpAddress> taken;
    private int block;
    private long next;

    FreeAddresses(List<Prefix> blocks, Set<IpAddress> taken) {
        this.blocks = blocks;
        this.taken = taken;
    }

    /** Empty when all are taken. */
    Optional<IpAddress> next() {
        for (; block < blocks.size(); block++, next = 0) {
            while (next < blocks.get(block).size()) {
                IpAddress address = blocks.get(block).address().plus(next++);
                if (!taken.contains(address)) {
                    return Optional.of(address);
                }
            }
        }
        return Optional.empty();
    }
}
