package io.heddle.controller.daemon;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.config.BgpConfig;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.tls.LoadedTls;
import io.heddle.tls.TlsFiles;
import io.heddle.tls.UnusableTls;
import io.heddle.topology.yaml.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a start would fail at, as far as it can be known without listening anywhere and without touching the store. */
public final class StartCheck {

    private StartCheck() {}

    /** One line a fault: the key, what was found and what was expected. */
    public static List<String> faults(ControllerConfig config, Layout layout) {
        List<String> faults = new ArrayList<>();
        config.bgp().ifPresent(bgp -> bgp.switches().forEach(each -> known(each, layout, faults)));
        config.http().flatMap(each -> each.tls()).ifPresent(files -> usable("http", files, faults));
        config.openflow().flatMap(each -> each.tls()).ifPresent(files -> usable("openflow", files, faults));
        config.kubernetes().ifPresent(cluster -> {
            try {
                Cluster.access(cluster).server();
            } catch (IOException e) {
                faults.add("kubernetes: " + e.getMessage());
            }
        });
        return faults;
    }

    private static void known(BgpConfig.Peer peer, Layout layout, List<String> faults) {
        if (!layout.switches().has(peer.device())) {
            List<String> names =
                    layout.switches().keys().stream().map(DeviceName::value).toList();
            faults.add("bgp.switches: the fabric has no switch '" + peer.device() + "'"
                    + Nearest.to(peer.device().value(), names)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        }
    }

    private static void usable(String section, TlsFiles files, List<String> faults) {
        try {
            LoadedTls.load(files, 1);
        } catch (UnusableTls e) {
            faults.add(section + ".tls: " + e.getMessage());
        }
    }
}
