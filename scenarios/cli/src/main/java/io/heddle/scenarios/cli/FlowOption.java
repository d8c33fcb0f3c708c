package io.heddle.scenarios.cli;

import io.heddle.model.net.IpAddress;
import io.heddle.simulator.walk.Flow;
import io.heddle.simulator.walk.FlowHash;
import io.heddle.topology.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code --flow} and {@code --hash}. */
final class FlowOption {

    private static final Pattern SHAPE = Pattern.compile("(udp|tcp):(\\d{1,5}):(\\d{1,5})");

    /** The lowest dynamic port (RFC 6335 section 6), and the port of RoCEv2. */
    private static final int SOURCE = 49_152;

    private static final int ROCE = 4791;

    private FlowOption() {}

    static Flow of(Optional<String> text, IpAddress from, IpAddress to) throws InputException {
        if (text.isEmpty()) {
            return new Flow(from, to, Flow.UDP, SOURCE, ROCE);
        }
        Matcher matcher = SHAPE.matcher(text.get());
        if (!matcher.matches()) {
            throw new InputException("--flow is '" + text.get() + "'; expected the form udp:49152:4791");
        }
        try {
            return new Flow(
                    from,
                    to,
                    matcher.group(1).equals("udp") ? Flow.UDP : Flow.TCP,
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)));
        } catch (IllegalArgumentException e) {
            throw new InputException("--flow is '" + text.get() + "'; ports run from 0 to 65535");
        }
    }

    static FlowHash hash(Optional<String> text) throws InputException {
        List<String> known =
                Stream.of(FlowHash.values()).map(FlowHash::toString).toList();
        int at = known.indexOf(text.orElse(FlowHash.FIVE_TUPLE.toString()));
        if (at < 0) {
            throw new InputException("--hash is '" + text.orElse("") + "'; expected one of " + String.join(", ", known)
                    + text.flatMap(each -> Nearest.to(each, known))
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        return FlowHash.values()[at];
    }
}
