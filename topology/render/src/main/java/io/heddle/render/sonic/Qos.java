package io.heddle.render.sonic;

import io.heddle.render.qos.RoceClass;
import java.util.Collection;

/** The classes of a GPU fabric on every port: maps, schedulers, ECN and priority flow control. */
final class Qos {

    private static final String NAME = "ROCE";
    private static final int PRIORITIES = 8;
    private static final int DSCPS = 64;

    private Qos() {}

    static void write(Collection<String> ports, ConfigDb db) {
        for (int dscp = 0; dscp < DSCPS; dscp++) {
            db.put("DSCP_TO_TC_MAP", NAME, text(dscp), text(RoceClass.priorityOf(dscp)));
        }
        for (int each = 0; each < PRIORITIES; each++) {
            db.put("TC_TO_QUEUE_MAP", NAME, text(each), text(each));
            db.put("MAP_PFC_PRIORITY_TO_QUEUE", NAME, text(each), text(each));
            // Group 0 is lossy.
            db.put("TC_TO_PRIORITY_GROUP_MAP", NAME, text(each), each == RoceClass.PRIORITY ? text(each) : "0");
        }
        db.put("SCHEDULER", "scheduler.0", "type", "DWRR", "weight", text(100 - RoceClass.SHARE));
        db.put("SCHEDULER", "scheduler." + RoceClass.PRIORITY, "type", "DWRR", "weight", text(RoceClass.SHARE));
        db.put("SCHEDULER", "scheduler." + RoceClass.CNP_PRIORITY, "type", "STRICT");
        ecn(db);
        ports.forEach(each -> port(each, db));
    }

    /** ECN marks by the thresholds of WRED, which must be on for it; packets that know no ECN are dropped by them. */
    private static void ecn(ConfigDb db) {
        db.put("WRED_PROFILE", NAME, "ecn", "ecn_all");
        for (String colour : new String[] {"green", "yellow", "red"}) {
            db.put(
                    "WRED_PROFILE",
                    NAME,
                    "wred_" + colour + "_enable",
                    "true",
                    colour + "_min_threshold",
                    text(RoceClass.ECN_MIN),
                    colour + "_max_threshold",
                    text(RoceClass.ECN_MAX),
                    colour + "_drop_probability",
                    "100");
        }
    }

    private static void port(String port, ConfigDb db) {
        db.put(
                "PORT_QOS_MAP",
                port,
                "dscp_to_tc_map",
                NAME,
                "tc_to_queue_map",
                NAME,
                "tc_to_pg_map",
                NAME,
                "pfc_to_queue_map",
                NAME,
                "pfc_enable",
                text(RoceClass.PRIORITY));
        db.put("QUEUE", port + "|0", "scheduler", "scheduler.0");
        db.put(
                "QUEUE",
                port + "|" + RoceClass.PRIORITY,
                "scheduler",
                "scheduler." + RoceClass.PRIORITY,
                "wred_profile",
                NAME);
        db.put("QUEUE", port + "|" + RoceClass.CNP_PRIORITY, "scheduler", "scheduler." + RoceClass.CNP_PRIORITY);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
