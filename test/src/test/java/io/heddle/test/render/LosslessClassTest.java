package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.render.target.Target;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** RDMA is in one class from the card to the spine, whatever system runs in between. */
class LosslessClassTest {

    @Test
    void cardLeafAndSpineAgreeOnTheClass() {
        SortedMap<String, String> cards = files(Target.NETPLAN);
        SortedMap<String, String> cumulus = files(Target.CUMULUS);
        SortedMap<String, String> sonic = files(Target.SONIC);
        // 106 is DSCP 26 and ECT(0).
        assertThat(cards.get("gpu-1-1/usr/local/sbin/heddle-roce"))
                .contains(
                        "for port in nic0p1 nic0p2;", "--trust dscp --pfc 0,0,0,1,0,0,0,0", "echo 106 >", "echo 48 >");
        for (String device : new String[] {"leaf-1-1", "spine-1"}) {
            assertThat(cumulus.get(device + "/etc/cumulus/datapath/qos/qos_features.conf"))
                    .contains(
                            "traffic.cos_3.priority_source.dscp = [26]\n",
                            "traffic.cos_6.priority_source.dscp = [48]\n",
                            "pfc.roce.cos_list = [3]\n",
                            "default_ecn_red_conf.egress_queue_list = [0,3]\n",
                            "default_egress_sched.egr_queue_6.bw_percent = 0\n");
            assertThat(sonic.get(device + "/etc/sonic/config_db.json"))
                    .contains(
                            "\"26\": \"3\"",
                            "\"48\": \"6\"",
                            "\"pfc_enable\": \"3\"",
                            "\"ecn\": \"ecn_all\"",
                            "\"type\": \"STRICT\"");
        }
    }

    @Test
    void everyPortOfASwitchIsInIt() {
        SortedMap<String, String> sonic = files(Target.SONIC);
        String leaf = sonic.getOrDefault("leaf-1-1/etc/sonic/config_db.json", "");
        long ports = leaf.lines()
                        .filter(each -> each.contains("\"admin_status\""))
                        .count()
                - leaf.lines().filter(each -> each.contains("\"lacp_key\"")).count();
        assertThat(ports).isPositive();
        assertThat(leaf.lines().filter(each -> each.contains("\"pfc_enable\"")).count())
                .isEqualTo(ports);
    }

    @Test
    void aFabricWithoutGpusHasNoClasses() {
        SortedMap<String, String> cumulus =
                Rendered.files(Rendered.plan("overlay.yaml", "fabric.generate.nodes[0].gpus=0"), Target.CUMULUS);
        assertThat(cumulus.keySet()).noneMatch(each -> each.contains("qos_features"));
    }

    private static SortedMap<String, String> files(Target target) {
        return Rendered.files(Rendered.plan("overlay.yaml"), target);
    }
}
