package io.heddle.controller.core.layout;

import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.List;

/**
 * Where pods' addresses of one family come from.
 *
 * @param blockLength prefix length of a block
 * @param reserved parts no pod may have: gateways, subnets of other uses
 */
public record Pool(Prefix prefix, int blockLength, List<Prefix> reserved) {

    public Pool {
        reserved = List.copyOf(reserved);
        if (blockLength < prefix.length() || blockLength > prefix.family().bits()) {
            throw new IllegalArgumentException("blocks of /" + blockLength + " do not fit in " + prefix);
        }
    }

    public IpFamily family() {
        return prefix.family();
    }

    /** How many blocks there are, at most {@link Integer#MAX_VALUE}. */
    public int blocks() {
        int bits = blockLength - prefix.length();
        return bits >= 31 ? Integer.MAX_VALUE : 1 << bits;
    }

    public Prefix block(int index) {
        return prefix.subnet(blockLength, index);
    }
}
