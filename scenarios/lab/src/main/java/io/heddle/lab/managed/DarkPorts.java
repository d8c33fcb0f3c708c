package io.heddle.lab.managed;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.lab.run.Lab;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.render.FabricView;
import io.heddle.render.RenderedFile;
import io.heddle.render.boot.NodePorts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What systemd does on a leaf that starts: it runs the rendered {@link NodePorts}, and until that ends the leaf's cables to nodes have no light. */
final class DarkPorts {

    private final Lab lab;
    private final Map<DeviceName, String> scripts = new LinkedHashMap<>();

    DarkPorts(Lab lab) {
        this.lab = lab;
        FabricView view = new FabricView(lab.plan().fabric(), lab.plan().config());
        for (SwitchConfig each : lab.plan().config().switches()) {
            for (RenderedFile file : NodePorts.files(view, each)) {
                if (file.path().equals(NodePorts.SCRIPT)) {
                    scripts.put(each.name(), file.text());
                }
            }
        }
    }

    /** Breaks and repairs until exactly this is broken; returns once the leafs that start anew have lit their ports. */
    void apply(Outage next) throws LabException {
        Map<DeviceName, String> starting = new LinkedHashMap<>(scripts);
        starting.keySet().removeIf(each -> lab.outage().isUp(each) || !next.isUp(each));
        if (!starting.isEmpty()) {
            lab.apply(dark(next, starting.keySet()));
            Parallel.map(starting.entrySet(), each -> Command.of(
                            "ip", "netns", "exec", lab.space(each.getKey().value()), "sh")
                    .reading(each.getValue())
                    .output());
        }
        lab.apply(next);
    }

    private Outage dark(Outage next, Set<DeviceName> leafs) {
        Fabric fabric = lab.plan().fabric();
        Set<Link> links = new HashSet<>(next.links());
        for (Link each : fabric.links()) {
            DeviceName a = each.a().device();
            DeviceName b = each.b().device();
            if (leafs.contains(a) && fabric.findNode(b).isPresent()
                    || leafs.contains(b) && fabric.findNode(a).isPresent()) {
                links.add(each);
            }
        }
        return new Outage(next.devices(), links);
    }
}
