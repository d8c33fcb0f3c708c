package io.heddle.cni.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verbs, with the variables each needs (specification 1.1.0, section 2) and the version it came with. */
public enum CniCommand {
    ADD(CniVersion.V0_3_0),
    DEL(CniVersion.V0_3_0),
    CHECK(CniVersion.V0_4_0),
    GC(CniVersion.V1_1_0),
    STATUS(CniVersion.V1_1_0),
    VERSION(CniVersion.V0_3_0);

    private final CniVersion since;

    CniCommand(CniVersion since) {
        this.since = since;
    }

    static Optional<CniCommand> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    CniVersion since() {
        return since;
    }

    List<String> needs() {
        return switch (this) {
            case ADD, CHECK -> List.of("CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME");
            case DEL -> List.of("CNI_CONTAINERID", "CNI_IFNAME");
            case GC, STATUS, VERSION -> List.of();
        };
    }
}
