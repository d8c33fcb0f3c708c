package io.heddle.render.qos;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The card's side, as a script for its tools: ConnectX cards keep these settings until the next start only. What a netplan file cannot
 * say.
 */
public final class CardQos {

    /** Below the root of the node. */
    public static final String PATH = "usr/local/sbin/heddle-roce";

    /** ECT(0) beside the DSCP in the traffic class octet (RFC 3168 section 5). */
    private static final int ECT = 2;

    private CardQos() {}

    /** A script for {@code /bin/sh} that may be run again. */
    public static String of(String device, List<String> ports) {
        String pfc = IntStream.range(0, RoceClass.PRIORITIES)
                .mapToObj(each -> each == RoceClass.PRIORITY ? "1" : "0")
                .collect(Collectors.joining(","));
        return """
                #!/bin/sh
                # %s: RDMA in the class that the switches keep lossless. Run at every start; needs the card's own tools.
                set -eu
                for port in %s; do
                    mlnx_qos -i "$port" --trust dscp --pfc %s
                    echo %d > "/sys/class/net/$port/ecn/roce_np/cnp_dscp"
                    echo 1 > "/sys/class/net/$port/ecn/roce_np/enable/%d"
                    echo 1 > "/sys/class/net/$port/ecn/roce_rp/enable/%d"
                    for card in /sys/class/net/"$port"/device/infiniband/*; do
                        echo %d > "/sys/class/infiniband/${card##*/}/tc/1/traffic_class"
                    done
                done
                """.formatted(
                        device,
                        String.join(" ", ports),
                        pfc,
                        RoceClass.CNP_DSCP,
                        RoceClass.PRIORITY,
                        RoceClass.PRIORITY,
                        RoceClass.DSCP << 2 | ECT);
    }
}
