package io.heddle.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeProgramTest {

    @Test
    void anotherBgpLeavesEverythingElseAsItWas() {
        BgpConfig bgp = new BgpConfig(new Asn(64_512), IpAddress.parse("10.0.0.1"), List.of(), List.of(), 1, false);
        NodeProgram node = new NodeProgram(
                DeviceName.of("node-1"),
                Attachment.L3,
                List.of(),
                List.of(IpAddress.parse("10.0.0.1")),
                List.of(),
                List.of(Prefix.parse("10.64.0.0/26")),
                NodeProgram.PodVisibility.ROUTED,
                Optional.empty(),
                9_000,
                8_950,
                Optional.of(bgp),
                Optional.of(new Masquerade(List.of(), List.of(Prefix.parse("10.64.0.0/16")))));

        assertThat(node.withBgp(Optional.empty()).bgp()).isEmpty();
        assertThat(node.withBgp(Optional.empty()).withBgp(node.bgp())).isEqualTo(node);
    }
}
