package io.heddle.simulator.translation;

import io.heddle.model.config.Masquerade;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;

/**
 * A block of pods that a rule translates packets to, for want of an exception.
 *
 * @param block of the receivers' node; the address alone where none of its blocks has it
 * @param owner the node the receivers are on
 * @param example one of the pairs
 * @param pairs of pods on different nodes, from the senders to the receivers
 */
public record Uncovered(Masquerade rule, Prefix block, DeviceName owner, Example example, long pairs) {

    /** A pod that sends, on its node, and one that sees another address. */
    public record Example(DeviceName node, IpAddress from, IpAddress to) {}

    /** Which exception is missing. */
    public String reason() {
        return example.node() + " masquerades "
                + (rule.from().isEmpty() ? "what its pods send out" : "what " + list(rule.from()) + " sends out")
                + (rule.except().isEmpty() ? ", without exceptions" : ", except to " + list(rule.except()))
                + "; " + block + " of " + owner + " is not excepted";
    }

    private static String list(List<Prefix> prefixes) {
        return String.join(", ", prefixes.stream().map(Prefix::toString).toList());
    }
}
