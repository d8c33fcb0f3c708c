package io.heddle.cni.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The verbs, with the variables each needs (specification 1.1.0, section 2) and the version it came with. */
public enum CniCommand {
    ADD(CniVersion.V0_3_0, "CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME"),
    DEL(CniVersion.V0_3_0, "CNI_CONTAINERID", "CNI_IFNAME"),
    CHECK(CniVersion.V0_4_0, "CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME"),
    GC(CniVersion.V1_1_0),
    STATUS(CniVersion.V1_1_0),
    VERSION(CniVersion.V0_3_0);

    private final CniVersion since;
    private final List<String> needs;

    CniCommand(CniVersion since, String... needs) {
        this.since = since;
        this.needs = List.of(needs);
    }

    static Optional<CniCommand> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    CniVersion since() {
        return since;
    }

    List<String> needs() {
        return needs;
    }
}
