package io.heddle.render.qos;

import java.util.List;

/**
 * {@code /etc/cumulus/datapath/qos/qos_features.conf} (Cumulus Linux 5). Later releases want the same classes as {@code nv set qos roce}.
 */
public final class CumulusQos {

    /** Below the root of the switch. */
    public static final String PATH = "etc/cumulus/datapath/qos/qos_features.conf";

    private CumulusQos() {}

    /**
     * The whole file.
     *
     * @param ports every port that may carry RDMA
     */
    public static String of(String device, List<String> ports) {
        StringBuilder text = new StringBuilder("# " + device + "\n");
        line(text, "traffic.packet_priority_source_set", "[dscp]");
        for (int i = 0; i < RoceClass.PRIORITIES; i++) {
            line(text, "traffic.cos_" + i + ".priority_source.dscp", "[" + RoceClass.dscpsOf(i) + "]");
        }
        for (int i = 0; i < RoceClass.PRIORITIES; i++) {
            line(text, "cos_egr_queue.cos_" + i + ".uc", i);
        }
        line(text, "pfc.port_group_list", "[roce]");
        line(text, "pfc.roce.cos_list", "[" + RoceClass.PRIORITY + "]");
        line(text, "pfc.roce.port_set", String.join(",", ports));
        line(text, "pfc.roce.tx_enable", true);
        line(text, "pfc.roce.rx_enable", true);
        line(text, "default_ecn_red_conf.egress_queue_list", "[0," + RoceClass.PRIORITY + "]");
        line(text, "default_ecn_red_conf.ecn_enable", true);
        line(text, "default_ecn_red_conf.red_enable", false);
        line(text, "default_ecn_red_conf.min_threshold_bytes", RoceClass.ECN_MIN);
        line(text, "default_ecn_red_conf.max_threshold_bytes", RoceClass.ECN_MAX);
        line(text, "default_ecn_red_conf.probability", 100);
        for (int i = 0; i < RoceClass.PRIORITIES; i++) {
            line(text, "default_egress_sched.egr_queue_" + i + ".bw_percent", share(i));
        }
        return text.toString();
    }

    /** Zero is strict: congestion notifications, and queues that nothing is in. */
    private static int share(int queue) {
        return switch (queue) {
            case 0 -> 100 - RoceClass.SHARE;
            case RoceClass.PRIORITY -> RoceClass.SHARE;
            default -> 0;
        };
    }

    private static void line(StringBuilder text, String key, Object value) {
        text.append(key).append(" = ").append(value).append('\n');
    }
}
